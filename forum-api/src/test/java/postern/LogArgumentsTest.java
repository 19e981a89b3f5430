package postern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may be said in a log line: words of a closed vocabulary, numbers, and nothing of people. */
class LogArgumentsTest {
  // A throwable's message is never printed: the log's layout writes its types and places alone.
  private static final Set<String> HARMLESS =
      Set.of(
          "java.lang.String",
          "int",
          "long",
          "boolean",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Throwable",
          "postern.delivery.Settlement");

  @Test
  void noLoggerIsHandedAnAddressOrAnythingThatHoldsOne() throws IOException {
    var arguments = LogArguments.in(MainCode.top().resolve("forum-api/src/main/java"));
    assertThat(arguments.calls()).isGreaterThan(10);
    assertThat(HARMLESS).containsAll(arguments.types());
  }
}
