package postern.web.command;

import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import postern.accounts.Created;
import postern.kernel.Role;

/** Makes a member whose address the operator answers for. */
final class MemberCreateCommand implements Command {
  @Override
  public String name() {
    return "member create";
  }

  @Override
  public String summary() {
    return "make a member; you answer for the address, so no mail asks to confirm it";
  }

  @Override
  public void configure(Subparser parser) {
    parser.addArgument("name").metavar("NAME").help("the username");
    parser.addArgument("address").metavar("ADDRESS").help("the mail address, shown to nobody");
    var role = parser.addMutuallyExclusiveGroup();
    role.addArgument("--administrator").action(Arguments.storeTrue()).help("who may do everything");
    role.addArgument("--moderator").action(Arguments.storeTrue()).help("of all boards");
    parser
        .addArgument("--password-stdin")
        .action(Arguments.storeTrue())
        .help("take the password from the standard input instead of asking for it");
  }

  @Override
  public Exit run(Namespace typed, Terminal terminal) throws Exception {
    var username = Names.username(typed.getString("name"));
    var address = Names.address(typed.getString("address"));
    var password =
        typed.getBoolean("password_stdin")
            ? PasswordPrompt.fromStdin(terminal)
            : PasswordPrompt.asked();
    try (var installation = Installation.open(terminal)) {
      var accounts = installation.forum().accounts();
      return switch (accounts.createMember(username, address, password, role(typed))) {
        case Created.Member _ -> {
          terminal.out().println(username.text() + " may sign in now.");
          yield Exit.DONE;
        }
        case Created.UsernameTaken _ ->
            throw new Failed("The name " + username.text() + " is taken, or kept for the house.");
        case Created.AddressTaken _ -> throw new Failed("Another member has this address.");
        case Created.WeakPassword(var why) -> throw new Failed(why.sentence());
      };
    }
  }

  private static Role role(Namespace typed) {
    if (typed.getBoolean("administrator")) {
      return Role.ADMINISTRATOR;
    }
    return typed.getBoolean("moderator") ? Role.MODERATOR : Role.MEMBER;
  }
}
