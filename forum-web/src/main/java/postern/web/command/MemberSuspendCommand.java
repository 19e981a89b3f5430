package postern.web.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** Keeps a member out. */
final class MemberSuspendCommand implements Command {
  @Override
  public String name() {
    return "member suspend";
  }

  @Override
  public String summary() {
    return "keep a member out, from the next request on";
  }

  @Override
  public void configure(Subparser parser) {
    parser.addArgument("name").metavar("NAME").help("the username");
    parser
        .addArgument("--until")
        .metavar("DATE")
        .help("the day when it ends (2026-12-31, UTC); without it, it has no end");
    parser
        .addArgument("--reason")
        .metavar("TEXT")
        .setDefault("suspended by the operators")
        .help("what the member is told");
  }

  @Override
  public Exit run(Namespace typed, Terminal terminal) throws Exception {
    var until = Optional.ofNullable(typed.getString("until")).map(MemberSuspendCommand::day);
    try (var installation = Installation.open(terminal)) {
      var forum = installation.forum();
      var member = Names.member(forum, typed.getString("name"));
      if (until.filter(end -> end.isBefore(forum.foundation().sources().now())).isPresent()) {
        throw new Failed("That day is over already.");
      }
      var sanctions = forum.moderation().sanctions();
      if (!sanctions.suspend(member.id(), until, typed.getString("reason"))) {
        throw new Failed("There is no such member any more.");
      }
      var end = until.map(date -> " until " + date).orElse("");
      terminal.out().println(member.username().text() + " is suspended" + end + ".");
      return Exit.DONE;
    }
  }

  private static Instant day(String typed) {
    try {
      return LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException noDay) {
      throw new Failed("--until takes a day such as 2026-12-31.");
    }
  }
}
