package postern.web.command;

import java.util.List;

/** Every command there is. */
final class Commands {
  private Commands() {}

  static List<Command> all() {
    return List.of(
        new ServerCommand(),
        new MigrateCommand(),
        new DnsCommand(),
        new CheckCommand(),
        new KeysRotateCommand(),
        new ImportMboxCommand(),
        new MemberCreateCommand(),
        new MemberGrantCommand(),
        new MemberSuspendCommand(),
        new SearchRebuildCommand(),
        new TrialCommand());
  }
}
