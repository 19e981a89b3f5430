package postern.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.kernel.EmailAddress;

class DemoScriptTest {
  private final Map<String, Duration> joined = new HashMap<>();
  private DemoScript script;

  @BeforeEach
  void read() throws IOException {
    script = DemoScript.read();
    script.people().forEach(person -> joined.put(person.name(), person.ago()));
  }

  @Test
  void nobodySpeaksBeforeTheyJoinOrAfterToday() {
    script.threads().forEach(talk -> inOrder(talk.by(), talk.ago(), talk.answers()));
    script.letters().forEach(letter -> inOrder(letter.from(), letter.ago(), letter.answers()));
  }

  @Test
  void everyAddressLiesOnAnExampleDomain() {
    for (var person : script.people()) {
      assertThat(person.address()).endsWith(".example");
      assertThat(EmailAddress.parse(person.address())).isPresent();
    }
  }

  @Test
  void isACommunity() {
    assertThat(script.boards()).hasSizeBetween(5, 8);
    assertThat(script.threads()).hasSizeGreaterThanOrEqualTo(25);
    assertThat(script.people()).anyMatch(person -> "moderator".equals(person.role()));
    var boards = script.boards().stream().map(DemoScript.Shelf::slug).toList();
    assertThat(script.threads()).allMatch(talk -> boards.contains(talk.board()));
    assertThat(script.letters()).allMatch(letter -> joined.containsKey(letter.to()));
  }

  private void inOrder(String first, Duration start, List<DemoScript.Said> answers) {
    assertThat(joined.get(first)).isGreaterThan(start);
    var at = start;
    for (var said : answers) {
      at = at.minus(said.after());
      assertThat(at).as("answer of " + said.by()).isPositive().isLessThan(joined.get(said.by()));
    }
  }
}
