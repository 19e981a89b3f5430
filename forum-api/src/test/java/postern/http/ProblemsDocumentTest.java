package postern.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import postern.MainCode;

/** docs/problems.md and the problems that the code makes, both ways. */
class ProblemsDocumentTest {
  // A problem is always made from a status and a name that stand side by side.
  private static final Pattern MADE =
      Pattern.compile("\\b([45][0-9]{2}),\\s*\"([a-z]+(?:-[a-z]+)*)\"");
  private static final Pattern DOCUMENTED =
      Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([0-9]{3}) \\| .{10,} \\|$");

  @Test
  void theTableNamesExactlyTheProblemsThatAreMade() throws IOException {
    var made = new TreeSet<String>();
    for (var module : List.of("forum-api", "forum-web")) {
      try (var files = Files.walk(MainCode.top().resolve(module + "/src/main/java"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .flatMap(file -> MADE.matcher(read(file)).results())
            .forEach(found -> made.add(found.group(2) + " " + found.group(1)));
      }
    }
    var documented = new TreeSet<String>();
    DOCUMENTED
        .matcher(read(MainCode.top().resolve("docs/problems.md")))
        .results()
        .forEach(row -> documented.add(row.group(1) + " " + row.group(2)));
    assertThat(documented).isEqualTo(made);
    assertThat(made).hasSizeGreaterThan(50);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
