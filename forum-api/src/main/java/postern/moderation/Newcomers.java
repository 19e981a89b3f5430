package postern.moderation;

import java.util.Optional;
import postern.jobs.JobEnd;
import postern.jobs.Jobs;
import postern.kernel.ThreadId;
import postern.threads.ThreadEvent.PostApproved;
import postern.threads.ThreadEvent.PostHeld;
import postern.threads.ThreadEvent.PostRefused;
import postern.threads.ThreadEvent.PostWithdrawn;
import postern.threads.ThreadEvent.ThreadMarked;
import postern.threads.ThreadEvent.ThreadMerged;
import postern.threads.ThreadEvent.ThreadSplit;

/** Keeps the queue true to what happens to threads and to held posts. */
final class Newcomers {
  private final Bench bench;
  private final Queue queue;

  Newcomers(Bench bench, Queue queue) {
    this.bench = bench;
    this.queue = queue;
  }

  void listen(Jobs jobs) {
    jobs.on(ThreadMarked.class, "queue-marked", (event, _) -> moved(event.thread()));
    jobs.on(ThreadMerged.class, "queue-merged", (event, _) -> moved(event.from()));
    jobs.on(ThreadSplit.class, "queue-split", (event, _) -> moved(event.from()));
    jobs.on(PostHeld.class, "queue-held", (event, _) -> held(event));
    jobs.on(
        PostApproved.class,
        "queue-approved",
        (event, _) -> settled(new Settled(event.post(), Ruling.APPROVE, event.by())));
    jobs.on(
        PostRefused.class,
        "queue-refused",
        (event, _) -> settled(new Settled(event.post(), Ruling.HIDE, event.by())));
    jobs.on(
        PostWithdrawn.class,
        "queue-withdrawn",
        (event, _) -> settled(new Settled(event.post(), Ruling.DISMISS, event.by())));
  }

  private record Settled(postern.kernel.PostId post, Ruling ruling, postern.kernel.MemberId by) {}

  private JobEnd moved(ThreadId thread) {
    queue.follow(thread);
    return JobEnd.DONE;
  }

  JobEnd held(PostHeld event) {
    bench
        .database()
        .run(
            tx -> {
              // It may have been decided before this job ran.
              if (bench.discussions().heldPosts().waits(tx, event.post())) {
                bench
                    .arrivals()
                    .hold(
                        tx,
                        new Arrivals.Standing(
                            event.post(), Optional.empty(), event.board(), event.author()));
              }
            });
    return JobEnd.DONE;
  }

  private JobEnd settled(Settled event) {
    bench
        .database()
        .run(tx -> bench.arrivals().settleHeld(tx, event.post(), event.ruling(), event.by()));
    return JobEnd.DONE;
  }
}
