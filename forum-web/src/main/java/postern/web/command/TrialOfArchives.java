package postern.web.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import postern.Forum;
import postern.importing.Imports;
import postern.kernel.BoardId;

/** Every archive into a throw-away database, which is then searched for the archive's addresses. */
final class TrialOfArchives {
  private static final String BOARD = "trial";

  private final Path folder;
  private final Forum forum;
  private final Terminal terminal;

  TrialOfArchives(Path folder, Forum forum, Terminal terminal) {
    this.folder = folder;
    this.forum = forum;
    this.terminal = terminal;
  }

  /** False when one ended with an exception, or an address was found. */
  boolean run(List<Path> archives) {
    var board = ImportMboxCommand.board(forum, BOARD, terminal);
    boolean well = true;
    for (var archive : archives) {
      terminal.out().println(folder.relativize(archive) + ":");
      well &= run(archive, board);
      terminal.out().println();
    }
    return well;
  }

  private boolean run(Path archive, BoardId board) {
    try {
      var progress = new ProgressLine(terminal);
      var report = forum.imports().mbox(archive, () -> board, progress);
      progress.end();
      terminal.out().print(ImportMboxCommand.summary(report));
      return search(archive);
    } catch (Imports.NotAnMbox _) {
      terminal.out().println("refused: it does not begin with a From line");
      return true;
    } catch (IOException | RuntimeException failure) {
      terminal.out().println("EXCEPTION: " + Sentence.of(failure));
      return false;
    }
  }

  private boolean search(Path archive) throws IOException {
    var search = AddressSearch.forAddressesIn(archive);
    var found = search.columnsWithAny(forum.foundation().storage().database());
    terminal
        .out()
        .printf(
            "of its %,d addresses and ids, found in the database's texts: %s%n",
            search.addresses(), found.isEmpty() ? "none" : String.join(", ", found));
    return found.isEmpty();
  }
}
