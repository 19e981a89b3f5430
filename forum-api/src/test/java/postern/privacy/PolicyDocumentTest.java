package postern.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import postern.MainCode;

/** The promises, the document that is written from them, and the code that they name. */
class PolicyDocumentTest {
  private static final Promises POLICY = Promises.inForce();

  @Test
  void theDocumentIsWrittenFromThePromises() throws IOException {
    var text = new PolicyDocument(POLICY).text();
    // Where somebody who changed the promises can fetch it.
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target", "privacy.md"), text);
    assertThat(Files.readString(MainCode.top().resolve("docs/privacy.md"))).isEqualTo(text);
  }

  @Test
  void everyClassAndEveryTestThatAClauseNamesExists() {
    var missing = new ArrayList<String>();
    for (var promise : POLICY.promises()) {
      promise.keeps().stream().filter(name -> source("main", name).isEmpty()).forEach(missing::add);
      promise.tests().stream().filter(name -> !isTest(name)).forEach(missing::add);
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void aClauseThatLacksItsTestIsRefused() {
    assertThatThrownBy(
            () ->
                new Promise(
                    1,
                    "a",
                    "b",
                    Promise.State.KEPT,
                    Optional.empty(),
                    List.of("x.Y"),
                    List.of(),
                    "never"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aClauseThatIsNotKeptInFullSaysWhatItLacks() {
    assertThatThrownBy(
            () ->
                new Promise(
                    1,
                    "a",
                    "b",
                    Promise.State.PARTLY,
                    Optional.empty(),
                    List.of("x.Y"),
                    List.of("x.YTest#z"),
                    "never"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean isTest(String name) {
    var parts = name.split("#");
    return parts.length == 2
        && source("test", parts[0])
            .filter(source -> source.contains("\n  @Test\n  void " + parts[1] + "("))
            .isPresent();
  }

  /** Read as text, since the site's classes and tests are not on this module's path. */
  private static Optional<String> source(String kind, String name) {
    return List.of("forum-api", "forum-web").stream()
        .map(module -> MainCode.top().resolve(module + "/src/" + kind + "/java"))
        .map(folder -> folder.resolve(name.replace('.', '/') + ".java"))
        .filter(Files::exists)
        .findFirst()
        .map(PolicyDocumentTest::read);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }
}
