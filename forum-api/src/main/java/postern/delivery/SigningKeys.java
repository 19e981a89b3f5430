package postern.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import postern.delivery.SigningKey.State;
import postern.mail.dkim.DkimAlgorithm;
import postern.mail.dkim.DkimKey;
import postern.mail.dkim.DkimSigner;

/**
 * The keys that sign what leaves, in a file beside the key file and outside the database. A command
 * changes it while the service runs, which reads it again when it changed.
 */
public final class SigningKeys {
  /** What a retired key signed is not checked later than this. */
  public static final Duration PUBLISHED_AFTER = DkimSigner.LIFE.plusDays(2);

  /** How long the record says that a key was withdrawn, before nothing is left of it. */
  public static final Duration SAID_WITHDRAWN = Duration.ofDays(30);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);

  private final List<DkimAlgorithm> algorithms;
  private final InstantSource clock;
  private final DkimSigner signer;
  private final SigningKeyFile file;

  private SigningKeys(
      Path file, List<DkimAlgorithm> algorithms, String domain, InstantSource clock) {
    this.algorithms = List.copyOf(algorithms);
    this.clock = clock;
    this.signer = new DkimSigner(domain);
    this.file = new SigningKeyFile(file);
  }

  /**
   * Opens the file; makes it, and an active key for each algorithm that has none.
   *
   * @throws postern.storage.StorageRefusal when it cannot be used
   */
  public static SigningKeys open(
      Path file, List<DkimAlgorithm> algorithms, String domain, InstantSource clock) {
    var keys = new SigningKeys(file, algorithms, domain, clock);
    keys.makeMissing();
    return keys;
  }

  /** One step that a rotation took. */
  public record Step(SigningKey key, Done done) {
    /** What happened to it. */
    public enum Done {
      MADE,
      STARTED_SIGNING,
      RETIRED,
      WITHDRAWN,
      FORGOTTEN,
      /** Not in DNS yet, so that it does not sign yet. */
      NOT_PUBLISHED
    }
  }

  /** Every key whose record DNS should hold, the signing ones first. */
  public List<SigningKey> all() {
    var order = List.of(State.ACTIVE, State.NEXT, State.RETIRED, State.WITHDRAWN);
    return file.keys().stream()
        .sorted(Comparator.comparingInt(key -> order.indexOf(key.state())))
        .toList();
  }

  /** A message behind a signature of each algorithm in use. */
  public byte[] sign(byte[] message) {
    var signed = message;
    for (var key : active()) {
      // A second signature covers the message, not the first signature: either may be removed.
      signed = signer.sign(signed, key.key(), clock.instant());
    }
    return signed;
  }

  /**
   * Takes the next step with each key: without a next one it is made, to be published; a published
   * one begins to sign and the old one retires; what retired long ago is withdrawn, and later
   * forgotten.
   *
   * @param published asks DNS whether it holds a key's record
   */
  public List<Step> rotate(Predicate<SigningKey> published) {
    var now = clock.instant();
    var steps = new ArrayList<Step>();
    var kept = new ArrayList<SigningKey>();
    for (var key : file.keys()) {
      aged(key, now, steps).ifPresent(kept::add);
    }
    for (var algorithm : algorithms) {
      var next = find(kept, algorithm, State.NEXT);
      if (next.isEmpty()) {
        var made = made(kept, algorithm, State.NEXT, now);
        kept.add(made);
        steps.add(new Step(made, Step.Done.MADE));
      } else if (published.test(next.getFirst())) {
        exchange(kept, algorithm, next.getFirst(), now, steps);
      } else {
        steps.add(new Step(next.getFirst(), Step.Done.NOT_PUBLISHED));
      }
    }
    file.write(kept);
    return steps;
  }

  private List<SigningKey> active() {
    return file.keys().stream()
        .filter(key -> key.state() == State.ACTIVE && algorithms.contains(key.key().algorithm()))
        .toList();
  }

  private static Optional<SigningKey> aged(SigningKey key, Instant now, List<Step> steps) {
    if (key.state() == State.RETIRED && now.isAfter(key.since().plus(PUBLISHED_AFTER))) {
      var withdrawn = key.to(State.WITHDRAWN, now);
      steps.add(new Step(withdrawn, Step.Done.WITHDRAWN));
      return Optional.of(withdrawn);
    }
    if (key.state() == State.WITHDRAWN && now.isAfter(key.since().plus(SAID_WITHDRAWN))) {
      steps.add(new Step(key, Step.Done.FORGOTTEN));
      return Optional.empty();
    }
    return Optional.of(key);
  }

  private static void exchange(
      List<SigningKey> kept,
      DkimAlgorithm algorithm,
      SigningKey next,
      Instant now,
      List<Step> steps) {
    for (var old : find(kept, algorithm, State.ACTIVE)) {
      var retired = old.to(State.RETIRED, now);
      kept.set(kept.indexOf(old), retired);
      steps.add(new Step(retired, Step.Done.RETIRED));
    }
    var active = next.to(State.ACTIVE, now);
    kept.set(kept.indexOf(next), active);
    steps.add(new Step(active, Step.Done.STARTED_SIGNING));
  }

  private void makeMissing() {
    var keys = new ArrayList<>(file.keys());
    for (var algorithm : algorithms) {
      if (find(keys, algorithm, State.ACTIVE).isEmpty()) {
        keys.add(made(keys, algorithm, State.ACTIVE, clock.instant()));
      }
    }
    if (keys.size() > file.keys().size()) {
      file.write(keys);
    }
  }

  private static List<SigningKey> find(
      List<SigningKey> keys, DkimAlgorithm algorithm, State state) {
    return keys.stream()
        .filter(key -> key.key().algorithm() == algorithm && key.state() == state)
        .toList();
  }

  // A selector is never used again, so that no cache gives the record of another key.
  private static SigningKey made(
      List<SigningKey> beside, DkimAlgorithm algorithm, State state, Instant now) {
    var day = (algorithm == DkimAlgorithm.RSA_SHA256 ? "r" : "e") + DAY.format(now);
    var selector = day;
    for (int again = 2; taken(beside, selector); again++) {
      selector = day + "-" + again;
    }
    return new SigningKey(new DkimKey(selector, algorithm, algorithm.generate()), state, now);
  }

  private static boolean taken(List<SigningKey> keys, String selector) {
    return keys.stream().anyMatch(key -> key.key().selector().equals(selector));
  }
}
