package postern.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.junit.jupiter.api.Test;
import postern.storage.StorageRefusal;
import postern.web.command.Command.Exit;

class CommandLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void findsCommandsOfOneAndOfTwoWords() {
    assertThat(run(typed -> Exit.DONE, "one", "x")).isEqualTo(Exit.DONE);
    assertThat(run(typed -> Exit.FAILED, "group", "two", "x")).isEqualTo(Exit.FAILED);
  }

  @Test
  void wrongUsageEndsWithTwoAndSaysWhatIsExpected() {
    assertThat(run(typed -> Exit.DONE, "group")).isEqualTo(Exit.WRONG_USAGE);
    assertThat(run(typed -> Exit.DONE, "one")).isEqualTo(Exit.WRONG_USAGE);
    assertThat(run(typed -> Exit.DONE, "three", "x")).isEqualTo(Exit.WRONG_USAGE);
    assertThat(run(typed -> Exit.DONE, "one", "x", "--loud")).isEqualTo(Exit.WRONG_USAGE);
    assertThat(run(typed -> Exit.DONE)).isEqualTo(Exit.WRONG_USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: bin/postern");
  }

  @Test
  void eachCommandHasAHelp() {
    for (var command : Commands.all()) {
      var words = (command.name() + " --help").split(" ");
      assertThat(new CommandLine(Commands.all()).run(terminal(), words)).isEqualTo(Exit.DONE);
    }
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void anExpectedFailureIsOneSentenceAndAnUnforeseenOneHidesItsMessage() {
    assertThat(
            run(
                typed -> {
                  throw new StorageRefusal("The folder is taken.");
                },
                "one",
                "x"))
        .isEqualTo(Exit.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("The folder is taken.\n");
    err.reset();
    run(
        typed -> {
          throw new IllegalStateException("quotes ada");
        },
        "one",
        "x");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("IllegalStateException at CommandLineTest.java:")
        .doesNotContain("ada")
        .hasLineCount(1);
  }

  private Exit run(Does does, String... typed) {
    return new CommandLine(List.of(new Fake("one", does), new Fake("group two", does)))
        .run(terminal(), typed);
  }

  private Terminal terminal() {
    return new Terminal(
        InputStream.nullInputStream(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Path.of("."),
        Path.of("config.yml"));
  }

  interface Does {
    Exit with(Namespace typed);
  }

  private record Fake(String name, Does does) implements Command {
    @Override
    public String summary() {
      return "does what the test says";
    }

    @Override
    public void configure(Subparser parser) {
      parser.addArgument("word");
    }

    @Override
    public Exit run(Namespace typed, Terminal terminal) {
      return does.with(typed);
    }
  }
}
