package postern.web.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import postern.accounts.RoleGranted;
import postern.kernel.Role;

/** Gives a member a role. */
final class MemberGrantCommand implements Command {
  @Override
  public String name() {
    return "member grant";
  }

  @Override
  public String summary() {
    return "give a member a role";
  }

  @Override
  public void configure(Subparser parser) {
    parser.addArgument("name").metavar("NAME").help("the username");
    parser
        .addArgument("role")
        .metavar("ROLE")
        .choices(
            Arrays.stream(Role.values()).map(role -> role.name().toLowerCase(Locale.ROOT)).toList())
        .help("member, moderator or administrator");
    parser
        .addArgument("--reason")
        .metavar("TEXT")
        .setDefault("granted on the command line")
        .help("kept in the log of roles");
  }

  @Override
  public Exit run(Namespace typed, Terminal terminal) throws Exception {
    var role = Role.valueOf(typed.getString("role").toUpperCase(Locale.ROOT));
    try (var installation = Installation.open(terminal)) {
      var forum = installation.forum();
      var member = Names.member(forum, typed.getString("name"));
      var granted =
          forum
              .accounts()
              .grantRole(Optional.empty(), member.id(), role, typed.getString("reason"));
      return switch (granted) {
        case RoleGranted.Done _ -> {
          terminal
              .out()
              .println(member.username().text() + " is now " + typed.getString("role") + ".");
          yield Exit.DONE;
        }
        case RoleGranted.NoSuchMember _ -> throw new Failed("There is no such member any more.");
        case RoleGranted.LastAdministrator _ ->
            throw new Failed(
                "This is the only administrator: grant the role to somebody else first.");
      };
    }
  }
}
