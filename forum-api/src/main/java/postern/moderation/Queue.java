package postern.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import postern.http.Cursor;
import postern.kernel.PostId;
import postern.kernel.Slice;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.moderation.QueueDao.Row;
import postern.storage.Tx;
import postern.threads.PostChanged;

/**
 * What waits for moderators, for those of its board alone, and never about their own posts. First
 * is what came first; each further flag brings an item six hours forward. Every decision is in the
 * log, and its author is told.
 */
public final class Queue {
  private static final Cursor START = new Cursor(Instant.parse("1900-01-02T00:00:00Z"), 0);

  private final Bench bench;
  private final Sanctions sanctions;
  private final QueueViews views;
  private final HeldItems held;

  Queue(Bench bench, Sanctions sanctions) {
    this.bench = bench;
    this.sanctions = sanctions;
    this.views = new QueueViews(bench);
    this.held = new HeldItems(bench, views);
  }

  /**
   * What a moderator decides.
   *
   * @param reason what the author is told; for a dismissal or an approval it may be empty
   * @param until when a silence or a suspension ends; empty for without end
   * @param body the new text, where the post is edited
   */
  public record Order(Ruling ruling, String reason, Optional<Instant> until, String body) {
    /** Prints nothing of what was typed. */
    @Override
    public String toString() {
      return "Order[" + ruling + "]";
    }
  }

  /** What is open, in order of its turn; nothing for who moderates no board. */
  public Slice<QueueItem> list(Viewer viewer, Optional<Cursor> after, int limit) {
    return viewer instanceof Viewer.Member by && ModerationPolicy.moderates(by)
        ? bench.database().read(tx -> views.list(tx, by, after.orElse(START), limit))
        : new Slice<>(List.of(), false);
  }

  /** How many wait, for the mark beside the link. */
  public int count(Viewer viewer) {
    return viewer instanceof Viewer.Member by && ModerationPolicy.moderates(by)
        ? bench.database().read(tx -> views.count(tx, by))
        : 0;
  }

  /** An open item. */
  public Optional<QueueItem> find(Viewer viewer, QueueItemId id) {
    return viewer instanceof Viewer.Member by && ModerationPolicy.moderates(by)
        ? bench.database().read(tx -> views.find(tx, by, id))
        : Optional.empty();
  }

  /** Decides one item; of two moderators the second is told that it was decided. */
  public Decided decide(Viewer viewer, QueueItemId id, Order order) {
    if (!(viewer instanceof Viewer.Member by) || !ModerationPolicy.moderates(by)) {
      return new Decided.NotAllowed();
    }
    var why =
        order.ruling().needsReason()
            ? Bench.reason(order.reason())
            : Bench.perhapsReason(order.reason());
    var kind = bench.database().read(tx -> tx.dao(QueueDao.class).find(id)).map(Row::kind);
    if (kind.equals(Optional.of(ItemKind.HELD))) {
      return held.decide(by, id, order);
    }
    var change = change(by, id, order);
    return bench
        .database()
        .write(
            tx -> {
              var row = tx.dao(QueueDao.class).hold(id).filter(item -> views.sees(tx, by, item));
              if (row.isEmpty()) {
                return new Decided.NotFound();
              }
              var refusal = refusal(row.get(), order);
              if (refusal.isPresent()) {
                return refusal.get();
              }
              return why.isEmpty()
                  ? new Decided.BadReason(Bench.REASON_CHARACTERS)
                  : decide(tx, by, row.get(), order, why.get(), change);
            });
  }

  /** The posts of a thread may stand elsewhere now, so others may have to decide about them. */
  void follow(ThreadId thread) {
    bench
        .database()
        .run(
            tx -> {
              var dao = tx.dao(QueueDao.class);
              var rows = dao.openIn(Set.of(thread));
              var places =
                  bench
                      .discussions()
                      .postLists()
                      .places(
                          tx,
                          rows.stream()
                              .filter(row -> row.kind() == ItemKind.FLAGGED)
                              .map(row -> new PostId(row.subject()))
                              .collect(Collectors.toSet()));
              for (var row : rows) {
                Optional.of(row)
                    .filter(each -> each.kind() == ItemKind.FLAGGED)
                    .map(each -> places.get(new PostId(each.subject())))
                    .ifPresent(place -> dao.place(row.id(), place.thread(), place.board()));
              }
            });
  }

  /** What becomes of the post; the new text is taken before the transaction. */
  private Function<Tx, PostChanged> change(Viewer.Member by, QueueItemId id, Order order) {
    var posts = bench.discussions().posts();
    var subject =
        bench.database().read(tx -> tx.dao(QueueDao.class).find(id)).map(Row::subject).orElse(1L);
    var post = new PostId(subject);
    return switch (order.ruling()) {
      case EDIT -> posts.editing(by, post, order.body(), order.reason());
      case HIDE -> posts.deleting(by, post, order.reason());
      case DISMISS, WARN, SILENCE, SUSPEND, APPROVE -> _ -> new PostChanged.NotAllowed();
    };
  }

  static Optional<Decided> refusal(Row row, Order order) {
    if (!row.open()) {
      return Optional.of(new Decided.AlreadyDecided(row.ruling().orElseThrow()));
    }
    if (!row.kind().rulings().contains(order.ruling())) {
      return Optional.of(new Decided.NotForThisKind());
    }
    boolean termless = order.ruling().sanction().filter(Sanction::hasTerm).isEmpty();
    return termless && order.until().isPresent()
        ? Optional.of(new Decided.BadUntil())
        : Optional.empty();
  }

  private Decided decide(
      Tx tx, Viewer.Member by, Row row, Order order, String why, Function<Tx, PostChanged> change) {
    var ended =
        switch (order.ruling()) {
          case DISMISS -> dismissed(tx, by, row, why);
          case EDIT -> of(change.apply(tx));
          case HIDE -> of(change.apply(tx));
          case APPROVE -> new Decided.NotForThisKind();
          case WARN, SILENCE, SUSPEND -> sanctioned(tx, by, row, order);
        };
    if (ended instanceof Decided.Done) {
      bench.arrivals().close(tx, row.id(), order.ruling(), by.id());
    }
    return ended;
  }

  private Decided dismissed(Tx tx, Viewer.Member by, Row row, String why) {
    var action = row.kind() == ItemKind.ANSWERED ? Action.UPHOLD : Action.DISMISS;
    bench
        .log()
        .write(
            tx, action, Optional.of(by.id()), Optional.empty(), place(row), why, Optional.empty());
    return new Decided.Done();
  }

  private Decided sanctioned(Tx tx, Viewer.Member by, Row row, Order order) {
    var whom = bench.accounts().author(tx, row.author()).id();
    var kind = order.ruling().sanction().orElseThrow();
    return switch (sanctions.impose(
        tx, by, whom, kind, order.until(), order.reason(), place(row))) {
      case Sanctioned.Done _ -> new Decided.Done();
      case Sanctioned.NotFound _ -> new Decided.NoMember();
      case Sanctioned.NotAllowed _ -> new Decided.NotAllowed();
      case Sanctioned.BadReason(int limit) -> new Decided.BadReason(limit);
      case Sanctioned.BadUntil _ -> new Decided.BadUntil();
      case Sanctioned.NothingToLift _ -> throw new IllegalStateException("nothing was lifted");
    };
  }

  private static Decided of(PostChanged change) {
    return switch (change) {
      case PostChanged.Changed _ -> new Decided.Done();
      case PostChanged.NotFound _ -> new Decided.NotFound();
      case PostChanged.NotAllowed _, PostChanged.ThreadLocked _, PostChanged.WouldWait _ ->
          new Decided.PostGone();
      case PostChanged.BadBody(var fault) -> new Decided.BadBody(fault);
      case PostChanged.BadReason(int limit) -> new Decided.BadReason(limit);
      case PostChanged.TooSoon(var wait) -> new Decided.TooSoon(wait);
    };
  }

  private static ActionLog.Place place(Row row) {
    return new ActionLog.Place(
        row.board(),
        row.thread(),
        row.kind() == ItemKind.ANSWERED
            ? Optional.empty()
            : Optional.of(new PostId(row.subject())));
  }
}
