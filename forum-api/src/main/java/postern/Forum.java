package postern;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import postern.accounts.Accounts;
import postern.accounts.AddressConfirmed;
import postern.accounts.Surroundings;
import postern.boards.Boards;
import postern.boards.Groups;
import postern.delivery.Courier;
import postern.delivery.Delivery;
import postern.http.Edge;
import postern.http.FirstAnswers;
import postern.http.RateLimits;
import postern.importing.Imports;
import postern.intake.Intake;
import postern.jobs.JobEnd;
import postern.jobs.JobRunner;
import postern.jobs.Jobs;
import postern.kernel.Ids;
import postern.kernel.Randomness;
import postern.kernel.Sources;
import postern.letters.Letters;
import postern.letters.Room;
import postern.mail.smtp.SmtpServer;
import postern.privacy.AddressVault;
import postern.privacy.Blocks;
import postern.privacy.Elections;
import postern.privacy.KeyCheck;
import postern.privacy.Keys;
import postern.sessions.Sessions;
import postern.storage.BlockIds;
import postern.storage.Database;
import postern.storage.Storage;
import postern.threads.Discussions;
import postern.threads.Ground;

/**
 * The house: every room, built from the bottom up. A room is given what it stands on and nothing
 * else.
 */
public record Forum(
    ForumSettings settings,
    Storage storage,
    Sources sources,
    Edge edge,
    Jobs jobs,
    JobRunner jobRunner,
    AddressVault vault,
    Elections elections,
    Blocks blocks,
    Delivery delivery,
    Accounts accounts,
    Boards boards,
    Groups groups,
    Sessions sessions,
    Discussions discussions,
    Letters letters,
    Intake intake,
    SmtpServer mailServer)
    implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(15);

  /** Time, chance and ids: injected, so that two runs of one script can be the same. */
  public record World(InstantSource clock, Randomness randomness, Function<Database, Ids> ids) {
    public static World real() {
      var randomness = Randomness.secure();
      return new World(
          InstantSource.system(), randomness, database -> new BlockIds(database, randomness));
    }
  }

  public static Forum of(ForumSettings settings, Storage storage, World world) {
    Database database = storage.database();
    Ids ids = world.ids().apply(storage.idDatabase());
    Randomness randomness = world.randomness();
    InstantSource clock = world.clock();
    var sources = new Sources(clock, ids, randomness);
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
    jobs.every("sweep-settled-mail", Duration.ofHours(1), delivery.courier()::sweep);
    jobs.every("sweep-first-answers", Duration.ofHours(1), firstAnswers::sweep);
    jobs.every("sweep-rate-counts", Duration.ofMinutes(10), limits::sweep);
    var origin = settings.edge().origin();
    Surroundings.Mailer mailer = delivery.courier()::send;
    var around = new Surroundings(database, sources, jobs, limits, vault, keys, mailer, origin);
    var accounts = Accounts.of(around, settings.accounts());
    resumeConfirmed(jobs, database, delivery.courier());
    var boards = Boards.of(database, sources);
    var groups = Groups.of(database, sources);
    var sessions = Sessions.of(around, accounts, boards);
    var ground = new Ground(database, sources, jobs, limits, boards, accounts);
    var discussions = Discussions.of(ground, settings.posts());
    var letters =
        Letters.of(
            new Room(
                database,
                sources,
                jobs,
                limits,
                keys,
                vault,
                elections,
                blocks,
                delivery.courier(),
                accounts,
                settings.letters()));
    var intake =
        new Intake(
            database,
            vault,
            letters,
            delivery.courier(),
            delivery.returnPaths(),
            settings.authservId());
    return new Forum(
        settings,
        storage,
        sources,
        edge,
        jobs,
        runner,
        vault,
        elections,
        blocks,
        delivery,
        accounts,
        boards,
        groups,
        sessions,
        discussions,
        letters,
        intake,
        new SmtpServer(settings.mailServer(), intake, intake));
  }

  /** For the operator's archives. */
  public Imports imports() {
    return new Imports(
        storage.database(), sources, vault, accounts.formerAuthors(), discussions.archives());
  }

  // An address that came back is written to again once its owner has shown that mail reaches it.
  private static void resumeConfirmed(Jobs jobs, Database database, Courier courier) {
    jobs.on(
        AddressConfirmed.class,
        "resume-mail",
        (confirmed, attempt) -> {
          database.run(
              tx -> {
                courier.resume(tx, confirmed.address());
                attempt.done(tx);
              });
          return JobEnd.DONE;
        });
  }

  /** Begins to work off jobs and to take mail; fails when the mail port is taken. */
  public void start() throws IOException {
    jobRunner.start();
    mailServer.start();
  }

  /** Finishes what is in hand; the storage is its opener's to close. */
  @Override
  public void close() {
    stopMail();
    jobRunner.close();
    delivery.close();
  }

  private void stopMail() {
    try {
      mailServer.stop(GRACE);
    } catch (IOException alreadyClosed) {
      // Nobody is waiting on that socket any more.
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Settings hold secrets. */
  @Override
  public String toString() {
    return "Forum";
  }
}
