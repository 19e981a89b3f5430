package postern.delivery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import postern.kernel.EmailAddress;

/** Asks the gate. */
final class GateKeeper {
  private GateKeeper() {}

  static List<String> places(
      byte[] finished, Set<EmailAddress> hidden, Optional<EmailAddress> elected) {
    return List.of();
  }
}
