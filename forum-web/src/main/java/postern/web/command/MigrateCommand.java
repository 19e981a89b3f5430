package postern.web.command;

import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * Brings the tables to this version; every other command does so too, this one does nothing else.
 */
final class MigrateCommand implements Command {
  @Override
  public String name() {
    return "migrate";
  }

  @Override
  public String summary() {
    return "bring the database's tables to this version";
  }

  @Override
  public void configure(Subparser parser) {}

  @Override
  public Exit run(Namespace typed, Terminal terminal) throws Exception {
    try (var _ = Installation.open(terminal)) {
      terminal.out().println("The tables are those of this version.");
      return Exit.DONE;
    }
  }
}
