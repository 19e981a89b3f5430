package postern.web.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who may call which endpoint, as the running application has it, against the reviewed table in
 * {@code access.txt}. Whoever adds an endpoint adds its line, and somebody else reads it.
 */
@ExtendWith(RunningSite.class)
class AccessTableTest {
  @Test
  void everyEndpointStandsInTheReviewedTable() throws IOException {
    var running = running();
    // To be read line by line before it is taken over.
    Files.write(Path.of("target", "access.txt"), running);
    assertThat(running).containsExactlyElementsOf(reviewed());
  }

  private static List<String> running() {
    return RunningSite.forum().edge().accessTable().endpoints().entrySet().stream()
        .map(
            endpoint ->
                "%s %s %s"
                    .formatted(
                        endpoint.getKey(),
                        endpoint.getValue().value(),
                        endpoint.getValue().scope()))
        .sorted()
        .toList();
  }

  private static List<String> reviewed() throws IOException {
    try (var in = AccessTableTest.class.getResourceAsStream("/access.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
