package postern.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import postern.kernel.Username;
import postern.letters.MailedLetters.Mailbox;

/** What a mailbox of the relay domain is for, by its shape alone. */
sealed interface Inbound {
  record Letter(Mailbox mailbox) implements Inbound {}

  /** {@code bounce.…}: a report about something we sent. */
  record Report(String mailbox) implements Inbound {}

  /** {@code unsubscribe.…}: ends what its token names. */
  record Unsubscribe(String token) implements Inbound {}

  /** {@code postmaster} and {@code abuse}: anybody may write there. */
  record Operators(String name) implements Inbound {}

  /** The address that our own mails come from. */
  record House(String name) implements Inbound {}

  /** No mailbox of ours has this shape. */
  record Nobody() implements Inbound {}

  Pattern MASK = Pattern.compile("([a-z0-9-]{3,30})\\.([a-z2-7]{16,33})");

  static Inbound of(String localPart) {
    var mailbox = localPart.toLowerCase(Locale.ROOT);
    if (mailbox.startsWith("bounce.")) {
      return new Report(mailbox);
    }
    if (mailbox.startsWith("unsubscribe.")) {
      return new Unsubscribe(mailbox.substring("unsubscribe.".length()));
    }
    return switch (mailbox) {
      case "postmaster", "abuse" -> new Operators(mailbox);
      case "forum", "notices" -> new House(mailbox);
      default ->
          masked(mailbox)
              .or(() -> member(mailbox))
              .<Inbound>map(Letter::new)
              .orElseGet(Nobody::new);
    };
  }

  private static Optional<Mailbox> masked(String mailbox) {
    var matcher = MASK.matcher(mailbox);
    return matcher.matches()
        ? Username.parse(matcher.group(1)).map(owner -> new Mailbox.Masked(owner, matcher.group(2)))
        : Optional.empty();
  }

  private static Optional<Mailbox> member(String mailbox) {
    return Username.parse(mailbox).map(Mailbox.OfMember::new);
  }
}
