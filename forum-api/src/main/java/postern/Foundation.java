package postern;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import postern.accounts.Accounts;
import postern.accounts.AddressConfirmed;
import postern.accounts.Surroundings;
import postern.boards.Boards;
import postern.delivery.Delivery;
import postern.http.Edge;
import postern.http.FirstAnswers;
import postern.http.RateLimits;
import postern.jobs.JobEnd;
import postern.jobs.JobRunner;
import postern.jobs.Jobs;
import postern.kernel.Ids;
import postern.kernel.Randomness;
import postern.kernel.Sources;
import postern.letters.Letters;
import postern.moderation.Moderation;
import postern.notices.Room;
import postern.privacy.AddressVault;
import postern.privacy.Blocks;
import postern.privacy.Elections;
import postern.privacy.KeyCheck;
import postern.privacy.Keys;
import postern.sessions.Sessions;
import postern.storage.Database;
import postern.storage.Follower;
import postern.storage.Storage;
import postern.threads.Discussions;

/** The lower rooms of the house, up to the courier: what every room of the forum stands on. */
public record Foundation(
    ForumSettings settings,
    Storage storage,
    Sources sources,
    Edge edge,
    RateLimits limits,
    Keys keys,
    Jobs jobs,
    JobRunner jobRunner,
    AddressVault vault,
    Elections elections,
    Blocks blocks,
    Delivery delivery,
    Follower follower) {
  /** The tables that pages for visitors are made from; a page that reads another is not kept. */
  private static final Set<String> SHOWN =
      Set.of(
          "boards", "board_groups", "board_counts", "threads", "thread_seams", "posts", "members");

  static Foundation of(ForumSettings settings, Storage storage, World world) {
    Database database = storage.database();
    Ids ids = world.ids().apply(storage.idDatabase());
    Randomness randomness = world.randomness();
    InstantSource clock = world.clock();
    Keys keys = Keys.open(settings.keyFile());
    KeyCheck.require(database, keys);

    var firstAnswers = new FirstAnswers(database, clock);
    var edge = new Edge(settings.edge(), randomness, firstAnswers);
    var limits =
        new RateLimits(
            database, clock, keys.index("limits", "subjects"), settings.edge().ratesOn());
    var jobs = new Jobs(database, clock, ids);
    var runner = new JobRunner(database, clock, ids, jobs, settings.jobs());
    var blocks = new Blocks(database, clock);
    var elections = new Elections(database, clock, blocks);
    var vault = new AddressVault(database, keys, ids, clock, elections, limits);
    var means = new Delivery.Means(database, clock, ids, randomness, keys, jobs);
    var delivery = Delivery.of(settings.delivery(), means, vault);
    database.changes().watch(SHOWN);
    jobs.every("sweep-shown-changes", Duration.ofMinutes(10), database.changes()::sweep);
    jobs.every("sweep-settled-mail", Duration.ofHours(1), delivery.courier()::sweep);
    jobs.every("sweep-first-answers", Duration.ofHours(1), firstAnswers::sweep);
    jobs.every("sweep-rate-counts", Duration.ofMinutes(10), limits::sweep);
    return new Foundation(
        settings,
        storage,
        new Sources(clock, ids, randomness),
        edge,
        limits,
        keys,
        jobs,
        runner,
        vault,
        elections,
        blocks,
        delivery,
        new Follower(database.changes()));
  }

  Surroundings surroundings() {
    return new Surroundings(
        storage.database(),
        sources,
        jobs,
        limits,
        vault,
        keys,
        delivery.courier()::send,
        settings.edge().origin());
  }

  /**
   * An address that came back is written to again once its owner has shown that mail reaches it.
   */
  void resumeConfirmed() {
    jobs.on(
        AddressConfirmed.class,
        "resume-mail",
        (confirmed, attempt) -> {
          storage
              .database()
              .run(
                  tx -> {
                    delivery.courier().resume(tx, confirmed.address());
                    attempt.done(tx);
                  });
          return JobEnd.DONE;
        });
  }

  /** What notices stand on, with the doors below them. */
  Room noticeRoom(
      Accounts accounts,
      Sessions sessions,
      Boards boards,
      Discussions discussions,
      Letters letters,
      Moderation moderation) {
    return new Room(
        new Room.Means(storage.database(), sources, jobs, keys),
        new Room.Doors(
            accounts, sessions, boards, discussions, letters, moderation.decisions(), blocks),
        new Room.House(
            vault,
            delivery.courier(),
            settings.edge().origin(),
            settings.name(),
            settings.delivery().domain()),
        settings.notices());
  }

  /** Settings and keys are secrets. */
  @Override
  public String toString() {
    return "Foundation";
  }
}
