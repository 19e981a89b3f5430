package postern.delivery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import postern.kernel.EmailAddress;

/** Asks the gate, and gives its places in words that the sender can read. */
final class GateKeeper {
  private GateKeeper() {}

  static List<String> places(
      byte[] finished, Set<EmailAddress> hidden, Optional<EmailAddress> elected) {
    return switch (Gate.inspect(finished, hidden, new Allowance(elected, List.of()))) {
      case GateVerdict.Passed _ -> List.of();
      case GateVerdict.Stopped(var places) -> places.stream().map(Object::toString).toList();
    };
  }
}
