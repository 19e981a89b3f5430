package postern.moderation;

import java.time.Duration;
import java.util.Optional;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.Sources;
import postern.kernel.ThreadId;
import postern.storage.Tx;

/** What comes into the moderators' queue. For what they do with it see {@link Queue}. */
public final class Arrivals {
  /** How much earlier an item's turn is for each further flag. */
  private static final Duration FOR_EACH_FLAG = Duration.ofHours(6);

  private final Sources sources;

  Arrivals(Sources sources) {
    this.sources = sources;
  }

  /** A post and where it stands. */
  record Standing(PostId post, Optional<ThreadId> thread, BoardId board, MemberId author) {}

  /** A post waits for approval. Holding it again changes nothing. */
  void hold(Tx tx, Standing post) {
    open(tx, ItemKind.HELD, post);
  }

  /** A flagged post was taken away elsewhere. */
  void settle(Tx tx, PostId post, Ruling ruling, MemberId by) {
    settle(tx, ItemKind.FLAGGED, post, ruling, by);
  }

  /** A held post was decided elsewhere, or taken back. */
  void settleHeld(Tx tx, PostId post, Ruling ruling, MemberId by) {
    settle(tx, ItemKind.HELD, post, ruling, by);
  }

  private void settle(Tx tx, ItemKind kind, PostId post, Ruling ruling, MemberId by) {
    tx.dao(QueueDao.class)
        .holdOpen(kind, post.value())
        .ifPresent(item -> close(tx, item, ruling, by));
  }

  /** True when this member's flag is new. */
  boolean flag(Tx tx, Standing post, MemberId by, FlagReason reason, String note) {
    open(tx, ItemKind.FLAGGED, post);
    var dao = tx.dao(QueueDao.class);
    var item = dao.holdOpen(ItemKind.FLAGGED, post.post().value()).orElseThrow();
    if (dao.flag(sources.ids().next(), item, by, reason, note) == 0) {
      return false;
    }
    var row = dao.find(item).orElseThrow();
    dao.flagged(item, row.openedAt().minus(FOR_EACH_FLAG.multipliedBy(row.flags())));
    return true;
  }

  void answered(Tx tx, Decision decision, MemberId by) {
    tx.dao(QueueDao.class)
        .open(
            new QueueDao.Opened(
                nextId(),
                ItemKind.ANSWERED,
                decision.id().value(),
                decision.thread().orElse(null),
                decision.board().orElse(null),
                by,
                sources.now()));
  }

  void close(Tx tx, QueueItemId item, Ruling ruling, MemberId by) {
    var dao = tx.dao(QueueDao.class);
    dao.decide(item, ruling, by, sources.now());
    dao.forgetWhoFlagged(item);
  }

  private void open(Tx tx, ItemKind kind, Standing post) {
    var dao = tx.dao(QueueDao.class);
    Optional<QueueItemId> open = dao.holdOpen(kind, post.post().value());
    if (open.isEmpty()) {
      dao.open(
          new QueueDao.Opened(
              nextId(),
              kind,
              post.post().value(),
              post.thread().orElse(null),
              post.board(),
              post.author(),
              sources.now()));
    }
  }

  private QueueItemId nextId() {
    return new QueueItemId(sources.ids().next());
  }
}
