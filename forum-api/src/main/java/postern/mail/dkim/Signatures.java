package postern.mail.dkim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import postern.mail.dns.Lookups;

/**
 * Checks the DKIM signatures of a message (RFC 6376, RFC 8301, RFC 8463), and is stricter than the
 * RFC asks where a letter could be forged:
 *
 * <ul>
 *   <li>the header must be well formed to the letter, so that no other reader sees another From;
 *   <li>{@code h=} names the From at least once, and there is one From;
 *   <li>{@code l=} is never believed: it lets anyone add to the body;
 *   <li>a signature proves a message for {@link #LIFE}, by its {@code t=} and by a signed Date, so
 *       that an old letter is a poor thing to send again;
 *   <li>at most {@link #MAX_CHECKED} are looked at.
 * </ul>
 */
public final class Signatures {
  /** As long as mail hosts keep trying, and two days for clocks. */
  public static final Duration LIFE = Duration.ofDays(7);

  public static final int MAX_CHECKED = 5;

  private final InstantSource clock;
  private final Duration life;

  public Signatures(InstantSource clock) {
    this(clock, LIFE);
  }

  Signatures(InstantSource clock, Duration life) {
    this.clock = clock;
    this.life = life;
  }

  /**
   * @param raw the message as it came, with CRLF line ends
   * @param counts which domains' signatures are of interest: no other key is asked for
   */
  public List<Signed> check(byte[] raw, Predicate<String> counts, Lookups lookups) {
    var header = RawHeader.read(raw);
    if (header.isEmpty() || header.get().named("from").size() != 1) {
      return List.of();
    }
    var bodies = new EnumMap<Canonical, byte[]>(Canonical.class);
    var checked = new ArrayList<Signed>();
    for (var field : header.get().named("dkim-signature")) {
      var tags = SignatureTags.read(field);
      if (tags.isEmpty() || !counts.test(tags.get().domain())) {
        continue;
      }
      if (checked.size() == MAX_CHECKED) {
        break;
      }
      var finding = find(tags.get(), header.get(), raw, bodies, lookups);
      checked.add(new Signed(tags.get().domain(), tags.get().fields(), finding));
    }
    return List.copyOf(checked);
  }

  private Finding find(
      SignatureTags tags,
      RawHeader header,
      byte[] raw,
      Map<Canonical, byte[]> bodies,
      Lookups lookups) {
    if (!tags.holdsAt(clock.instant(), life) || isDatedLongAgo(tags, header)) {
      return Finding.WORTHLESS;
    }
    var hash =
        bodies.computeIfAbsent(tags.ofBody(), canonical -> hash(canonical, raw, header.body()));
    if (!MessageDigest.isEqual(hash, tags.bodyHash())) {
      return Finding.WORTHLESS;
    }
    return switch (PublicKeys.find(tags, lookups)) {
      case PublicKeys.Away _ -> Finding.KEY_AWAY;
      case PublicKeys.None _ -> Finding.WORTHLESS;
      case PublicKeys.Key(var key) ->
          tags.kind().verifies(key, tags.signedHeader(header), tags.signature())
              ? Finding.VALID
              : Finding.WORTHLESS;
    };
  }

  private boolean isDatedLongAgo(SignatureTags tags, RawHeader header) {
    if (!tags.fields().contains("date")) {
      return false;
    }
    Optional<Instant> date = header.date();
    return date.isPresent() && date.get().plus(life).isBefore(clock.instant());
  }

  private static byte[] hash(Canonical canonical, byte[] raw, int from) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      canonical.body(raw, from, digest);
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
