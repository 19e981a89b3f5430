package postern.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import postern.delivery.Allowance;
import postern.delivery.Gate;
import postern.delivery.GateVerdict;

/**
 * What came and what must leave, file by file; README.md beside them says what each pair guards.
 * The header X-Trial in what came sets the stage: {@code shares}, {@code automatic}, {@code
 * display=NAME}.
 */
class LetterPairsTest {
  private static final Path PAIRS = Path.of("src/test/resources/letters/pairs");

  @TestFactory
  Stream<DynamicTest> leavesAsItMust() throws IOException {
    return names().stream().map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
  }

  @Test
  void eachPairHasItsLineInTheReadme() throws IOException {
    var readme = Files.readString(PAIRS.resolve("README.md"));
    assertThat(names())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(readme).contains("| " + name + " |"));
  }

  private static void check(String name) throws IOException {
    var came = Files.readAllBytes(PAIRS.resolve(name + ".came.eml"));
    var fixture = fixture(came);
    var leaves = leaves(fixture, came);
    var expected = PAIRS.resolve(name + ".leaves.eml");
    if (Boolean.getBoolean("letters.pairs.write")) {
      Files.writeString(expected, leaves);
    }
    assertThat(leaves).isEqualTo(Files.readString(expected));
  }

  private static String leaves(ComposeFixture fixture, byte[] came) {
    return switch (fixture.of(came)) {
      case Composed.Refused(var why) -> "refused: " + why + "\n";
      case Composed.Ready(var message, _, _, _) -> {
        var finished = message.addressedTo(ComposeFixture.READER);
        var allowed = fixture.shared().map(Allowance::ofElected).orElse(Allowance.NONE);
        assertThat(Gate.inspect(finished, ComposeFixture.hidden(), allowed))
            .isEqualTo(new GateVerdict.Passed());
        yield new String(finished, StandardCharsets.UTF_8).replace("\r\n", "\n");
      }
    };
  }

  private static ComposeFixture fixture(byte[] came) {
    var fixture = ComposeFixture.aLetter();
    for (var option : ComposeFixture.read(came).header("X-Trial").orElse("").split(", *")) {
      if (option.equals("shares")) {
        fixture.sharing(ComposeFixture.HOME);
      } else if (option.equals("automatic")) {
        fixture.automaticPasses();
      } else if (option.startsWith("display=")) {
        fixture.displayed(option.substring(8));
      }
    }
    return fixture;
  }

  private static List<String> names() throws IOException {
    try (var files = Files.list(PAIRS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".came.eml"))
          .map(file -> file.replace(".came.eml", ""))
          .sorted()
          .toList();
    }
  }
}
