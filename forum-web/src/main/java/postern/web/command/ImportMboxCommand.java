package postern.web.command;

import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import postern.Forum;
import postern.boards.Audience;
import postern.boards.Board;
import postern.boards.BoardChanged;
import postern.boards.BoardDraft;
import postern.importing.ImportReport;
import postern.importing.Imports;
import postern.kernel.BoardId;

/** Brings the archive of a mailing list in. */
final class ImportMboxCommand implements Command {
  @Override
  public String name() {
    return "import mbox";
  }

  @Override
  public String summary() {
    return "bring in the archive of a mailing list; running it again adds only what is new";
  }

  @Override
  public void configure(Subparser parser) {
    parser.addArgument("file").metavar("FILE").help("the archive, in mbox format");
    parser
        .addArgument("--board")
        .metavar("SLUG")
        .required(true)
        .help("the board that its threads belong to; made, for everyone to read, if there is none");
  }

  @Override
  public Exit run(Namespace typed, Terminal terminal) throws Exception {
    var file = terminal.file(typed.getString("file"));
    try (var installation = Installation.open(terminal)) {
      var forum = installation.forum();
      var slug = typed.getString("board");
      var progress = new ProgressLine(terminal);
      var report = forum.imports().mbox(file, () -> board(forum, slug, terminal), progress);
      progress.end();
      terminal.out().print(summary(report));
      return Exit.DONE;
    } catch (Imports.NotAnMbox _) {
      throw new Failed(file + " is no mbox file: it does not begin with a From line.");
    }
  }

  static String summary(ImportReport report) {
    return """
    messages in the file     %,9d
    different                %,9d
    duplicates in the file   %,9d
    here before              %,9d
    left out as broken       %,9d
    new posts                %,9d
    new threads              %,9d
    authors of the new posts %,9d
    """
        .formatted(
            report.messages(),
            report.different(),
            report.duplicates(),
            report.already(),
            report.broken(),
            report.posts(),
            report.threads(),
            report.authors());
  }

  static BoardId board(Forum forum, String slug, Terminal terminal) {
    var database = forum.foundation().storage().database();
    Optional<Board> found = database.read(tx -> forum.boards().withSlug(tx, slug));
    return found.map(Board::id).orElseGet(() -> newBoard(forum, slug, terminal));
  }

  private static BoardId newBoard(Forum forum, String slug, Terminal terminal) {
    var draft =
        new BoardDraft(slug, slug, "", Audience.VISITORS, Audience.MEMBERS, Audience.MEMBERS);
    var id = new BoardId(forum.foundation().sources().ids().next());
    var made =
        forum
            .foundation()
            .storage()
            .database()
            .<BoardChanged>write(tx -> forum.boards().create(tx, id, draft));
    return switch (made) {
      case BoardChanged.Changed(var board) -> {
        terminal
            .err()
            .println("There was no board " + slug + ", so one was made that everyone may read.");
        yield board.id();
      }
      case BoardChanged.SlugTaken _,
          BoardChanged.Faulty _,
          BoardChanged.NotAllowed _,
          BoardChanged.NotFound _ ->
          throw new Failed(
              "A board's slug is 1 to 40 of a to z, 0 to 9 and hyphen, with no hyphen at the"
                  + " ends.");
    };
  }
}
