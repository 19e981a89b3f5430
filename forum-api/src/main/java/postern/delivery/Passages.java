package postern.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import postern.kernel.MemberId;
import postern.privacy.Keys;

/** How the lines of several members lie in the queue with their mail: sealed, one a line. */
final class Passages {
  private Passages() {}

  static byte[] sealed(Keys keys, long mail, List<Passage> passages) {
    return passages.isEmpty()
        ? null
        : keys.sealText(
            passages.stream()
                .map(passage -> passage.by() + " " + passage.line())
                .collect(Collectors.joining("\n")),
            place(mail));
  }

  static List<Passage> opened(Keys keys, long mail, byte[] sealed) {
    return sealed == null
        ? List.of()
        : Arrays.stream(keys.openText(sealed, place(mail)).split("\n"))
            .map(Passages::passage)
            .toList();
  }

  /** Lines that others wrote, and this member did not. */
  static Set<String> notBy(MemberId member, List<Passage> passages) {
    Predicate<Passage> own = passage -> passage.by().equals(member);
    var lines = lines(passages, own.negate());
    lines.removeAll(lines(passages, own));
    return lines;
  }

  private static Set<String> lines(List<Passage> passages, Predicate<Passage> of) {
    return passages.stream().filter(of).map(Passage::line).collect(Collectors.toSet());
  }

  private static Passage passage(String text) {
    int blank = text.indexOf(' ');
    return new Passage(
        MemberId.parse(text.substring(0, blank)).orElseThrow(), text.substring(blank + 1));
  }

  private static String place(long mail) {
    return "mails:" + mail + ":passages";
  }
}
