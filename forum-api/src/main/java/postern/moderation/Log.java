package postern.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import postern.boards.Board;
import postern.http.Cursor;
import postern.kernel.BoardId;
import postern.kernel.Standing;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.storage.Tx;
import postern.threads.ThreadView;

/**
 * Reads the one log. Moderators read what was done on their boards, with names; members read, where
 * the site chose so, what was done in what they may read and what holds on the whole site, without
 * the names of staff and of those whom a sanction concerns.
 */
public final class Log {
  static final Cursor START = new Cursor(Instant.parse("2900-01-01T00:00:00Z"), Long.MAX_VALUE);

  private static final int AT_ONCE = 100;
  private static final int ROUNDS = 10;

  private final Bench bench;
  private final ModerationSettings settings;

  Log(Bench bench, ModerationSettings settings) {
    this.bench = bench;
    this.settings = settings;
  }

  /**
   * A stretch of the log.
   *
   * @param threads those of its threads that the viewer may read
   * @param next where it goes on; there may be nothing more for this viewer
   */
  public record Stretch(
      List<Decision> entries, Map<ThreadId, ThreadView> threads, Optional<Cursor> next) {
    public Stretch {
      entries = List.copyOf(entries);
      threads = Map.copyOf(threads);
    }
  }

  /** Whether there is a log for this viewer at all. */
  public boolean readable(Viewer viewer) {
    return ModerationPolicy.moderates(viewer) || (settings.publicLog() && takesPart(viewer));
  }

  /** The newest first. */
  public Stretch read(Viewer viewer, Optional<Cursor> after, int limit) {
    return readable(viewer)
        ? bench.database().read(tx -> read(tx, viewer, after.orElse(START), limit))
        : new Stretch(List.of(), Map.of(), Optional.empty());
  }

  private Stretch read(Tx tx, Viewer viewer, Cursor after, int limit) {
    var boards =
        bench.boards().readable(tx, viewer).stream().map(Board::id).collect(Collectors.toSet());
    var entries = new ArrayList<Decision>();
    var threads = new java.util.HashMap<ThreadId, ThreadView>();
    var from = after;
    for (int round = 0; round < ROUNDS; round++) {
      var rows = tx.dao(LogDao.class).latest(from.at(), from.id(), AT_ONCE);
      threads.putAll(threads(tx, viewer, rows));
      for (var row : rows) {
        if (entries.size() == limit) {
          return new Stretch(entries, threads, Optional.of(from));
        }
        seen(viewer, row, boards, threads).ifPresent(entries::add);
        from = new Cursor(row.at(), row.id().value());
      }
      if (rows.size() < AT_ONCE) {
        return new Stretch(entries, threads, Optional.empty());
      }
    }
    return new Stretch(entries, threads, Optional.of(from));
  }

  private Map<ThreadId, ThreadView> threads(Tx tx, Viewer viewer, List<Decision> rows) {
    Set<ThreadId> ids =
        rows.stream().flatMap(row -> row.thread().stream()).collect(Collectors.toSet());
    return bench.discussions().threadLists().among(tx, viewer, ids);
  }

  private Optional<Decision> seen(
      Viewer viewer, Decision row, Set<BoardId> boards, Map<ThreadId, ThreadView> threads) {
    var now =
        row.thread()
            .flatMap(thread -> Optional.ofNullable(threads.get(thread)))
            .map(view -> view.board().id());
    boolean staff =
        ModerationPolicy.moderates(viewer, row.board()) && now.map(viewer::moderates).orElse(true);
    if (staff) {
      return Optional.of(row);
    }
    boolean there = row.thread().isEmpty() || now.isPresent();
    boolean onOpenBoard = row.board().map(boards::contains).orElse(true);
    return settings.publicLog() && row.action().open() && there && onOpenBoard
        ? Optional.of(row.forMembers())
        : Optional.empty();
  }

  private static boolean takesPart(Viewer viewer) {
    return viewer instanceof Viewer.Member member
        && (member.active() || member.standing() == Standing.SILENCED);
  }
}
