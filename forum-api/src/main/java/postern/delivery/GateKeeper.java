package postern.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import postern.kernel.EmailAddress;
import postern.kernel.MemberId;

/** Asks the gate, and gives its places in words that the sender can read. */
final class GateKeeper {
  private GateKeeper() {}

  /**
   * @param hidden what must not be found, by whose it is
   * @param passages in these each one's own addresses alone are looked for
   */
  static List<String> places(
      byte[] finished,
      Map<MemberId, Set<EmailAddress>> hidden,
      Optional<EmailAddress> elected,
      List<Passage> passages) {
    if (passages.isEmpty()) {
      var all = hidden.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
      return places(finished, all, new Allowance(elected, List.of()));
    }
    return hidden.entrySet().stream()
        .map(
            own ->
                places(
                    finished,
                    own.getValue(),
                    new Allowance(elected, List.of(), Passages.notBy(own.getKey(), passages))))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private static List<String> places(
      byte[] finished, Set<EmailAddress> hidden, Allowance allowance) {
    return switch (Gate.inspect(finished, hidden, allowance)) {
      case GateVerdict.Passed _ -> List.of();
      case GateVerdict.Stopped(var places) -> places.stream().map(Object::toString).toList();
    };
  }
}
