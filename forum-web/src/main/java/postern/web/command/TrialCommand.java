package postern.web.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * Tries the relay and the import on whatever a folder holds; nothing of the installation is
 * touched.
 */
final class TrialCommand implements Command {
  @Override
  public String name() {
    return "trial";
  }

  @Override
  public String summary() {
    return "send every message of a folder through the relay, and import every archive in it, for"
        + " trial";
  }

  @Override
  public void configure(Subparser parser) {
    parser
        .addArgument("folder")
        .metavar("FOLDER")
        .help("with *.eml (messages) and *.mbox (archives), at any depth");
  }

  @Override
  public Exit run(Namespace typed, Terminal terminal) throws Exception {
    var folder = terminal.file(typed.getString("folder"));
    var messages = files(folder, ".eml");
    var archives = files(folder, ".mbox");
    if (messages.isEmpty() && archives.isEmpty()) {
      throw new Failed("There is no *.eml and no *.mbox in " + folder + ".");
    }
    boolean well = new TrialOfMessages(folder, terminal.out()).run(messages);
    if (!archives.isEmpty()) {
      try (var place = ThrowAway.installation(terminal)) {
        well &= new TrialOfArchives(folder, place.forum(), terminal).run(archives);
      }
    }
    return well ? Exit.DONE : Exit.FAILED;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(ending))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }
}
