package postern.moderation;

import java.util.List;
import postern.http.Origin;
import postern.jobs.Jobs;
import postern.threads.Discussions;
import postern.threads.Ground;

/** The doors of this room, built together. */
public record Moderation(
    Bench bench,
    Flags flags,
    Queue queue,
    Sanctions sanctions,
    Decisions decisions,
    Log log,
    Arrivals arrivals) {
  public static Moderation of(
      Ground ground, Discussions discussions, ActionLog log, ModerationSettings settings) {
    return of(
        new Bench(ground.database(), ground.rates(), ground.boards(), discussions, log),
        settings,
        ground.jobs());
  }

  static Moderation of(Bench bench, ModerationSettings settings, Jobs jobs) {
    var sanctions = new Sanctions(bench);
    var queue = new Queue(bench, sanctions);
    new Newcomers(bench, queue).listen(jobs);
    return new Moderation(
        bench,
        new Flags(bench, settings),
        queue,
        sanctions,
        new Decisions(bench),
        new Log(bench, settings),
        bench.arrivals());
  }

  /** This room's part of the JSON API. */
  public List<Object> resources(Origin origin) {
    return List.of(
        new FlagsResource(this),
        new QueueResource(this, origin),
        new SanctionsResource(this, bench.accounts()),
        new DecisionsResource(this, origin),
        new LogResource(this, bench, origin));
  }
}
