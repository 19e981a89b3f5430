package postern.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import postern.accounts.FormerAuthors;
import postern.kernel.BoardId;
import postern.kernel.Sources;
import postern.mail.mime.MimeLimits;
import postern.privacy.AddressVault;
import postern.storage.Database;
import postern.threads.Archives;

/** Brings archives of mailing lists in, for the operator. */
public final class Imports {
  private final Database database;
  private final Sources sources;
  private final AddressVault vault;
  private final FormerAuthors authors;
  private final Archives archives;

  public Imports(
      Database database,
      Sources sources,
      AddressVault vault,
      FormerAuthors authors,
      Archives archives) {
    this.database = database;
    this.sources = sources;
    this.vault = vault;
    this.authors = authors;
    this.archives = archives;
  }

  /**
   * Brings in every message of an mbox file that is not here yet, each in a transaction of its own,
   * so that what was interrupted can be run again. The file is read twice and never held in memory;
   * what is held is some hundred octets for each message.
   *
   * @param board where new threads belong; asked for once, when the file is known to be an archive
   * @throws NotAnMbox when the file does not begin with a From line
   */
  public ImportReport mbox(Path file, Supplier<BoardId> board, ImportProgress progress)
      throws IOException {
    try (var mbox = MboxFile.open(file)) {
      var index = MboxIndex.of(mbox, MimeLimits.DEFAULT, sources.now(), progress);
      var writers = new Writers(database, vault, authors, index.sharedAddresses());
      return new MboxImport(mbox, index, writers, archives, board.get(), progress).run();
    }
  }

  /** The file is something else. */
  public static final class NotAnMbox extends IOException {
    private static final long serialVersionUID = 1;

    NotAnMbox() {
      super("the file does not begin with a From line");
    }
  }
}
