package postern.moderation;

import postern.kernel.PostId;
import postern.kernel.Viewer;
import postern.moderation.QueueDao.Row;
import postern.threads.HeldChanged;

/** Decides about held posts. The room that holds them says who was first. */
final class HeldItems {
  private final Bench bench;
  private final QueueViews views;

  HeldItems(Bench bench, QueueViews views) {
    this.bench = bench;
    this.views = views;
  }

  Decided decide(Viewer.Member by, QueueItemId id, Queue.Order order) {
    var found =
        bench
            .database()
            .read(tx -> tx.dao(QueueDao.class).find(id).filter(row -> views.sees(tx, by, row)));
    if (found.isEmpty()) {
      return new Decided.NotFound();
    }
    var row = found.get();
    return Queue.refusal(row, order).orElseGet(() -> decide(by, row, order));
  }

  private Decided decide(Viewer.Member by, Row row, Queue.Order order) {
    var held = bench.discussions().heldPosts();
    var post = new PostId(row.subject());
    var changed =
        order.ruling() == Ruling.APPROVE
            ? held.approve(by, post)
            : held.refuse(by, post, order.reason());
    return switch (changed) {
      case HeldChanged.Standing _, HeldChanged.Refused _, HeldChanged.Withdrawn _ -> {
        bench.database().run(tx -> bench.arrivals().settleHeld(tx, post, order.ruling(), by.id()));
        yield new Decided.Done();
      }
      case HeldChanged.NotFound _ -> late(row);
      case HeldChanged.NotAllowed _ -> new Decided.NotAllowed();
      case HeldChanged.BadReason(int limit) -> new Decided.BadReason(limit);
    };
  }

  private Decided late(Row row) {
    return bench
        .database()
        .read(tx -> tx.dao(QueueDao.class).find(row.id()))
        .flatMap(Row::ruling)
        .<Decided>map(Decided.AlreadyDecided::new)
        .orElseGet(Decided.PostGone::new);
  }
}
