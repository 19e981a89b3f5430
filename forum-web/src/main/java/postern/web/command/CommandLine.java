package postern.web.command;

import ch.qos.logback.classic.Level;
import io.dropwizard.logging.common.BootstrapLogging;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.ArgumentParsers;
import net.sourceforge.argparse4j.helper.HelpScreenException;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import net.sourceforge.argparse4j.inf.Subparsers;
import postern.web.command.Command.Exit;

/** The program: reads what was typed, runs one command, and ends with its code. */
public final class CommandLine {
  private static final int WIDTH = 100;
  private static final String CHOSEN = "chosen command";

  private final List<Command> commands;

  CommandLine(List<Command> commands) {
    this.commands = List.copyOf(commands);
  }

  public static void main(String[] typed) {
    // Libraries speak before the configuration says how loud.
    BootstrapLogging.bootstrap(Level.WARN);
    var exit = new CommandLine(Commands.all()).run(Terminal.ofProcess(), typed);
    // The service goes on in threads of its own when its command has started it.
    if (exit != Exit.DONE || typed.length == 0 || !typed[0].equals("server")) {
      System.exit(exit.code());
    }
  }

  Exit run(Terminal terminal, String... typed) {
    var parser = parser();
    try {
      var read = parser.parseArgs(typed);
      return read.<Command>get(CHOSEN).run(read, terminal);
    } catch (HelpScreenException _) {
      return Exit.DONE;
    } catch (ArgumentParserException wrong) {
      wrong.getParser().printUsage(new PrintWriter(terminal.err(), true));
      terminal.err().println(wrong.getMessage());
      return Exit.WRONG_USAGE;
    } catch (Throwable failure) {
      terminal.err().println(Sentence.of(failure));
      return Exit.FAILED;
    }
  }

  private ArgumentParser parser() {
    var parser =
        ArgumentParsers.newFor("bin/postern")
            .terminalWidthDetection(false)
            .defaultFormatWidth(WIDTH)
            .build()
            .description("Postern's command line. Every command works while the service runs.");
    group(parser.addSubparsers().title("commands").metavar("COMMAND"), "");
    return parser;
  }

  // "import mbox" hangs below "import"; only two levels are in use, and no group is a command too.
  private void group(Subparsers into, String group) {
    var groups = new LinkedHashMap<String, Subparsers>();
    for (var command : below(group)) {
      var rest = command.name().substring(group.length());
      int space = rest.indexOf(' ');
      if (space < 0) {
        var parser = into.addParser(rest).help(command.summary()).description(command.summary());
        parser.setDefault(CHOSEN, command);
        command.configure(parser);
      } else if (!groups.containsKey(rest.substring(0, space))) {
        var word = rest.substring(0, space);
        var parser = into.addParser(word).help(words(group + word + " "));
        groups.put(word, parser.addSubparsers().title("commands").metavar("COMMAND"));
        group(groups.get(word), group + word + " ");
      }
    }
  }

  private List<Command> below(String group) {
    return commands.stream().filter(command -> command.name().startsWith(group)).toList();
  }

  private String words(String group) {
    return below(group).stream()
        .map(command -> command.name().substring(group.length()))
        .collect(Collectors.joining(", "));
  }
}
