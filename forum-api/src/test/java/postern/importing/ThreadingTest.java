package postern.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadingTest {
  private static final Instant DAY = Instant.parse("2017-11-01T12:00:00Z");

  private final List<Heading> headings = new ArrayList<>();

  @Test
  void answersJoinWhatTheyName() {
    add("a", 0, "Tea");
    add("b", 1, "Re: Tea", "a");
    add("c", 2, "Other words", "a", "b");
    add("d", 3, "Tea");
    assertThat(threads()).containsExactly("a b c", "d");
  }

  @Test
  void answersToAMessageThatTheArchiveLacksStayTogether() {
    add("b", 1, "Re: Tea", "lost");
    add("c", 2, "Re: Coffee", "lost");
    add("d", 3, "Re: Milk", "gone", "b");
    assertThat(threads()).containsExactly("b c d");
  }

  @Test
  void aSubjectJoinsOnlyWhatNamesNothingAndSaysRe() {
    add("a", 0, "Tea");
    add("b", 1, "[list] RE[2]:  tea");
    add("c", 2, "tea");
    add("d", 3, "Re: Tea", "elsewhere");
    add("e", 0, "Re: Tea");
    add("f", 300, "Re: tea");
    assertThat(threads()).containsExactly("a b", "c", "d", "e", "f");
  }

  @Test
  void anEmptySubjectJoinsNothing() {
    add("a", 0, "");
    add("b", 1, "Re:");
    assertThat(threads()).containsExactly("a", "b");
  }

  @Test
  void noAnswerComesBeforeWhatItAnswersWhateverItsClockSays() {
    add("answer", 0, "Re: Tea", "first");
    add("later", 1, "Re: Tea", "first", "answer");
    add("first", 2, "Tea");
    add("between", 1, "Other");
    assertThat(order()).containsExactly("between", "first", "answer", "later");
  }

  @Test
  void messagesThatAnswerEachOtherInACircleAreStillImported() {
    add("a", 0, "Re: x", "c");
    add("b", 1, "Re: x", "a");
    add("c", 2, "Re: x", "b");
    add("self", 3, "Re: y", "self");
    assertThat(order()).containsExactlyInAnyOrder("a", "b", "c", "self");
    assertThat(threads()).hasSize(2);
  }

  @Test
  void aChainOfAHundredThousandAnswersIsNoTrouble() {
    IntStream.range(0, 100_000)
        .forEach(
            i -> add("m" + i, i, "Re: x", i == 0 ? new String[0] : new String[] {"m" + (i - 1)}));
    assertThat(threads()).hasSize(1);
    assertThat(order()).startsWith("m0", "m1", "m2").endsWith("m99999");
  }

  private List<String> order() {
    return Threading.of(headings).inOrder().stream().map(Heading::id).toList();
  }

  private List<String> threads() {
    var threading = Threading.of(headings);
    var threads = new java.util.LinkedHashMap<String, String>();
    for (var heading : threading.inOrder()) {
      threads.merge(threading.thread(heading), heading.id(), (ids, id) -> ids + " " + id);
    }
    return threads.values().stream().sorted().toList();
  }

  private void add(String id, int day, String subject, String... ancestors) {
    int number = headings.size() + 1;
    headings.add(
        new Heading(
            new MboxEntry(new Place(number, number, number), 1, Optional.empty()),
            id,
            List.of(ancestors),
            Subjects.isReply(subject),
            Subjects.key(subject),
            DAY.plus(java.time.Duration.ofDays(day))));
  }
}
