package postern.accounts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import postern.delivery.Notice;
import postern.http.Origin;
import postern.http.RateLimits;
import postern.jobs.JobRunner;
import postern.jobs.JobSettings;
import postern.jobs.Jobs;
import postern.kernel.AddressId;
import postern.kernel.EmailAddress;
import postern.kernel.MemberId;
import postern.kernel.Role;
import postern.kernel.Scope;
import postern.kernel.Scripted;
import postern.kernel.Sources;
import postern.kernel.Username;
import postern.kernel.Viewer;
import postern.privacy.AddressVault;
import postern.privacy.Blocks;
import postern.privacy.Elections;
import postern.privacy.Keys;
import postern.storage.Database;

/**
 * The room of accounts on a test's own database, with the rooms below it, for this room's tests and
 * those above.
 */
public final class TestAccounts {
  public static final Origin ORIGIN = Origin.parse("http://forum.localhost:8080");
  public static final String PASSWORD = "four quiet herons";

  private static final Path KEYS = keyFile();

  public final Scripted.Clock clock = new Scripted.Clock();
  public final Sources sources = new Sources(clock, Scripted.ids(1), Scripted.randomness(1));
  public final Jobs jobs;
  public final JobRunner runner;
  public final RateLimits limits;
  public final Keys keys = Keys.open(KEYS);
  public final Elections elections;
  public final AddressVault vault;
  public final Surroundings around;
  public final Accounts accounts;
  public final List<Sent> sent = new ArrayList<>();

  private final Database database;
  private final AtomicInteger made = new AtomicInteger();

  /** A notice that was handed to the courier. */
  public record Sent(AddressId to, Notice notice) {
    /** The token of the only link in its text that starts so. */
    public String token(String path) {
      var link = ORIGIN.url(path);
      var text = notice.text();
      return text.substring(text.indexOf(link) + link.length()).split("[^a-z2-7]")[0];
    }
  }

  public TestAccounts(Database database) {
    this(database, true);
  }

  public TestAccounts(Database database, boolean limited) {
    this.database = database;
    this.jobs = new Jobs(database, clock, sources.ids());
    this.limits = new RateLimits(database, clock, new byte[32], limited);
    this.elections = new Elections(database, clock, new Blocks(database, clock));
    this.vault = new AddressVault(database, keys, sources.ids(), clock, elections, limits);
    this.around =
        new Surroundings(
            database,
            sources,
            jobs,
            limits,
            vault,
            keys,
            (_, to, notice) -> sent.add(new Sent(to, notice)),
            ORIGIN);
    this.accounts = Accounts.of(around, AccountSettings.defaults());
    this.runner =
        new JobRunner(
            database,
            clock,
            sources.ids(),
            jobs,
            new JobSettings(
                1,
                io.dropwizard.util.Duration.milliseconds(20),
                io.dropwizard.util.Duration.seconds(30),
                3));
  }

  /** A member with an address and a domain of their own and the password {@link #PASSWORD}. */
  public MemberId member(String username) {
    return member(username, Role.MEMBER);
  }

  public MemberId member(String username, Role role) {
    var address = address("box%d@host%d.example".formatted(made.incrementAndGet(), made.get()));
    return switch (accounts.createMember(
        new Username(username), address, Password.typed(PASSWORD), role)) {
      case Created.Member(var id) -> id;
      case Created.UsernameTaken _, Created.AddressTaken _, Created.WeakPassword _ ->
          throw new IllegalStateException("the test's member cannot be made");
    };
  }

  /** As {@link #member}, as a viewer with every scope. */
  public Viewer.Member viewer(MemberId id) {
    var member = database.read(tx -> accounts.member(tx, id)).orElseThrow();
    return new Viewer.Member(
        id,
        member.username(),
        member.role(),
        member.standing(),
        Set.of(),
        Set.of(),
        EnumSet.allOf(Scope.class));
  }

  public static EmailAddress address(String text) {
    return EmailAddress.parse(text).orElseThrow();
  }

  public void advance(Duration time) {
    clock.advance(time);
  }

  // One key file for the run: opening it a hundred times would register the ciphers a hundred
  // times.
  private static Path keyFile() {
    try {
      var folder = Files.createTempDirectory("postern-keys");
      folder.toFile().deleteOnExit();
      return folder.resolve("keys");
    } catch (java.io.IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
