package postern.web.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import postern.MainCode;
import postern.http.Access;
import postern.http.Who;

/** Who may call what, as the running application has it, against what was reviewed and written. */
class AccessReviewTest {
  // Who, which scope of a token, what. A new line is a decision: somebody has looked at it.
  private static final Path REVIEWED = Path.of("src", "test", "resources", "postern", "access.txt");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([A-Z]+ /[^`]*)` \\| ([a-z ]+) \\| ([a-z]+) \\| .+ \\|$");

  @Test
  void theRunningEndpointsAreTheReviewedOnes() throws IOException {
    try (var house = new ProofHouse()) {
      var endpoints = house.forum.foundation().edge().accessTable().endpoints();
      var running =
          endpoints.entrySet().stream()
              .map(entry -> row(entry.getKey(), entry.getValue()))
              .sorted()
              .collect(Collectors.joining("\n", "", "\n"));
      // Where somebody who added an endpoint can fetch it, after a review.
      Files.createDirectories(Path.of("target"));
      Files.writeString(Path.of("target", "access.txt"), running);
      assertThat(Files.readString(REVIEWED)).isEqualTo(running);
      assertThat(documented()).isEqualTo(calls(endpoints));
    }
  }

  private static String row(String endpoint, Access access) {
    return "%-14s %-8s %s".formatted(access.value(), access.scope(), endpoint);
  }

  private static Set<String> calls(Map<String, Access> endpoints) {
    return endpoints.entrySet().stream()
        .filter(entry -> entry.getKey().contains(" /api/v1/"))
        .map(
            entry ->
                "%s, %s, %s"
                    .formatted(
                        entry.getKey().replace("/api/v1", ""),
                        who(entry.getValue().value()),
                        entry.getValue().scope().name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> documented() throws IOException {
    return ROW.matcher(Files.readString(MainCode.top().resolve("docs/api.md")))
        .results()
        .map(row -> "%s, %s, %s".formatted(row.group(1), row.group(2), row.group(3)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String who(Who who) {
    return switch (who) {
      case ANYONE -> "anyone";
      case MEMBER -> "member";
      case ANY_STANDING -> "any standing";
      case MODERATOR -> "moderator";
      case ADMINISTRATOR -> "administrator";
    };
  }
}
