package postern;

import java.time.InstantSource;
import java.util.function.Function;
import postern.delivery.Delivery;
import postern.http.Edge;
import postern.http.RateLimits;
import postern.jobs.JobRunner;
import postern.jobs.Jobs;
import postern.kernel.Ids;
import postern.kernel.Randomness;
import postern.privacy.AddressVault;
import postern.privacy.Blocks;
import postern.privacy.Elections;
import postern.privacy.KeyCheck;
import postern.privacy.Keys;
import postern.storage.BlockIds;
import postern.storage.Database;
import postern.storage.Storage;

/** The house: every room, built from the bottom up. */
public final class Forum implements AutoCloseable {
  private final ForumSettings settings;
  private final Storage storage;
  private final Edge edge;
  private final Jobs jobs;
  private final JobRunner jobRunner;
  private final AddressVault vault;
  private final Elections elections;
  private final Blocks blocks;
  private final Delivery delivery;

  private Forum(ForumSettings settings, Storage storage, World world) {
    this.settings = settings;
    this.storage = storage;
    Database database = storage.database();
    Ids ids = world.ids().apply(database);
    Randomness randomness = world.randomness();
    InstantSource clock = world.clock();
    Keys keys = Keys.open(settings.keyFile());
    KeyCheck.require(database, keys);

    this.edge = new Edge(settings.edge(), randomness);
    var limits =
        new RateLimits(
            database, clock, keys.index("limits", "subjects"), settings.edge().ratesOn());
    this.jobs = new Jobs(database, clock, ids);
    this.jobRunner = new JobRunner(database, clock, ids, jobs, settings.jobs());
    this.blocks = new Blocks(database, clock);
    this.elections = new Elections(database, clock, blocks);
    this.vault = new AddressVault(database, keys, ids, clock, elections, limits);
    var means = new Delivery.Means(database, clock, ids, randomness, keys, jobs);
    this.delivery = Delivery.of(settings.delivery(), means, vault);
    jobs.every("sweep-settled-mail", java.time.Duration.ofHours(1), delivery.courier()::sweep);
    jobs.every("sweep-rate-counts", java.time.Duration.ofMinutes(10), limits::sweep);
  }

  /** Time, chance and ids: injected, so that two runs of one script can be the same. */
  public record World(InstantSource clock, Randomness randomness, Function<Database, Ids> ids) {
    public static World real() {
      var randomness = Randomness.secure();
      return new World(
          InstantSource.system(), randomness, database -> new BlockIds(database, randomness));
    }
  }

  public static Forum of(ForumSettings settings, Storage storage, World world) {
    return new Forum(settings, storage, world);
  }

  public ForumSettings settings() {
    return settings;
  }

  public Storage storage() {
    return storage;
  }

  public Edge edge() {
    return edge;
  }

  public Jobs jobs() {
    return jobs;
  }

  public AddressVault vault() {
    return vault;
  }

  public Elections elections() {
    return elections;
  }

  public Blocks blocks() {
    return blocks;
  }

  public Delivery delivery() {
    return delivery;
  }

  /** Begins to work off jobs and to take mail. */
  public void start() {
    jobRunner.start();
  }

  /** Finishes what is in hand; the storage is its opener's to close. */
  @Override
  public void close() {
    jobRunner.close();
  }
}
