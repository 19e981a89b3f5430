package postern.threads;

import java.util.List;
import java.util.Optional;
import postern.boards.BoardPolicy;
import postern.http.RateLimits;
import postern.kernel.BoardId;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.storage.Tx;

/**
 * What members began to write, one draft for each place: of a thread on a board, of a reply in a
 * thread. Its writer alone can read it, also when the place is no longer theirs to see. It is gone
 * when it was posted, and some time after it was last saved.
 */
public final class Drafts {
  // Room for what is to be shortened before it is posted.
  private static final int TITLE_COLUMN = 200;

  private final Ground ground;
  private final ThreadLimits limits;

  Drafts(Ground ground, ThreadLimits limits) {
    this.ground = ground;
    this.limits = limits;
  }

  /** Keeps a draft in the place of the one before. */
  public DraftSaved save(Viewer.Member by, Draft.Kind kind, long place, String title, String body) {
    var words = title == null ? "" : title.strip();
    var text = body == null ? "" : body;
    if (words.codePointCount(0, words.length()) > TITLE_COLUMN) {
      return new DraftSaved.TooLong(TITLE_COLUMN);
    }
    if (text.length() > limits.textCharacters()) {
      return new DraftSaved.TooLong(limits.textCharacters());
    }
    if (words.isEmpty() && text.isBlank()) {
      drop(by, kind, place);
      return new DraftSaved.Dropped();
    }
    long id = ground.sources().ids().next();
    return ground
        .database()
        .write(
            tx -> {
              var refused = refused(tx, by, kind, place);
              if (refused.isPresent()) {
                return refused.get();
              }
              var now = ground.now();
              dao(tx).save(id, by.id(), kind, place, words, text, now);
              return new DraftSaved.Saved(now);
            });
  }

  public Optional<Draft> find(Viewer viewer, Draft.Kind kind, long place) {
    return viewer instanceof Viewer.Member by
        ? ground.database().read(tx -> dao(tx).find(by.id(), kind, place))
        : Optional.empty();
  }

  /** All of them, the last saved first; there are never many. */
  public List<Draft> own(Viewer.Member by) {
    return ground.database().read(tx -> dao(tx).own(by.id()));
  }

  /** Nothing is said of what there was. */
  public void drop(Viewer.Member by, Draft.Kind kind, long place) {
    ground.database().run(tx -> dao(tx).drop(by.id(), kind, place));
  }

  int sweep() {
    var before = ground.now().minus(limits.reading().draftsFor().toJavaDuration());
    return ground.database().write(tx -> dao(tx).sweep(before));
  }

  private Optional<DraftSaved> refused(Tx tx, Viewer.Member by, Draft.Kind kind, long place) {
    if (!mayWrite(tx, by, kind, place)) {
      return Optional.of(new DraftSaved.NotFound());
    }
    int most = limits.reading().drafts();
    if (dao(tx).find(by.id(), kind, place).isEmpty() && dao(tx).count(by.id()) >= most) {
      return Optional.of(new DraftSaved.TooMany(most));
    }
    return switch (ground.rates().take(tx, ReadingLimits.DRAFT_SAVES, by.id().toString())) {
      case RateLimits.Taken.Allowed _ -> Optional.empty();
      case RateLimits.Taken.TooMany(var wait) -> Optional.of(new DraftSaved.TooSoon(wait));
    };
  }

  private boolean mayWrite(Tx tx, Viewer.Member by, Draft.Kind kind, long place) {
    return switch (kind) {
      case THREAD ->
          ground
              .boards()
              .find(tx, by, new BoardId(place))
              .filter(board -> BoardPolicy.mayStart(by, board))
              .isPresent();
      case REPLY ->
          ground
              .place(tx, by, new ThreadId(place))
              .filter(at -> ThreadPolicy.mayReply(by, at.board(), at.thread()))
              .isPresent();
    };
  }

  private static DraftsDao dao(Tx tx) {
    return tx.dao(DraftsDao.class);
  }
}
