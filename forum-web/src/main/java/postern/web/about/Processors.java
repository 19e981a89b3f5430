package postern.web.about;

import java.util.List;
import java.util.Optional;
import postern.delivery.Outbound;

/** Who else handles data, as far as the configuration tells (clause 12 of the policy). */
final class Processors {
  private Processors() {}

  static List<PrivacyPage.Processor> of(Outbound outbound) {
    return switch (outbound) {
      case Outbound.Sandbox _ -> List.of();
      case Outbound.Relay relay ->
          List.of(
              new PrivacyPage.Processor(
                  relay.host(),
                  "Hands mail to the mail hosts of its readers",
                  "the finished mail, its reader's address, and when it was sent",
                  Optional.empty()));
    };
  }
}
