package postern.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import postern.kernel.Base32;
import postern.storage.Tx;

/**
 * The forms of the sign-up's page. Each carries a seal: the moment it was made and a random part,
 * authenticated by a key of this installation, so that nothing has to be stored before it is sent.
 * A form is good for one sign-up. It counts as a person's when its seal comes with a proof of work
 * (a number such that SHA-256 of {@code seal:number} begins with so many zero bits), or when the
 * wait without one has passed. Where rates are off, nothing is asked.
 */
public final class SignUpForms {
  private static final Pattern SEAL = Pattern.compile("([0-9]{13})-([a-z2-7]{26})-([a-z2-7]{52})");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,16}");
  private static final String SEPARATOR = "\0";
  private static final int LONGEST_KEPT = 8000;

  private final Surroundings around;
  private final SignUpGuard guard;

  SignUpForms(Surroundings around, SignUpGuard guard) {
    this.around = around;
    this.guard = guard;
    around.jobs().every("sweep-used-forms", Duration.ofHours(1), this::sweep);
  }

  /**
   * A form that was just made.
   *
   * @param proofBits how many zero bits a proof begins with
   * @param quickest how soon it may be sent with a proof
   * @param unproved how soon it may be sent without one
   */
  public record Form(String seal, int proofBits, Duration quickest, Duration unproved) {}

  /** Shows that a form was checked: nobody else can make one. */
  public static final class Passed {
    static final Passed UNGUARDED = new Passed(Optional.empty(), false);

    private final Optional<String> seal;
    private final boolean proved;

    private Passed(Optional<String> seal, boolean proved) {
      this.seal = seal;
      this.proved = proved;
    }

    Optional<String> seal() {
      return seal;
    }

    boolean proved() {
      return proved;
    }
  }

  /** What is to be said of a form that was sent. */
  public sealed interface Checked {
    record Fine(Passed passed) implements Checked {}

    /** It can be sent again when so much time has passed. */
    record TooQuick(Duration left) implements Checked {}

    /** It is no form of ours, it was made too long ago, or it was sent before. */
    record Stale() implements Checked {}
  }

  /** True where forms are asked for more than their fields. */
  public boolean guarded() {
    return around.limits().on();
  }

  public Form fresh() {
    var made = "%013d-%s".formatted(now().toEpochMilli(), Base32.encode(random()));
    return form(made + "-" + authentication(made));
  }

  /** The same form once more, for who sent it too early or with a slip; a fresh one for others. */
  public Form again(String seal) {
    return made(seal).isPresent() && !used(seal) ? form(seal) : fresh();
  }

  /**
   * @param proof the number that was found, or nothing
   */
  public Checked check(String seal, String proof) {
    if (!guarded()) {
      return new Checked.Fine(Passed.UNGUARDED);
    }
    var made = made(seal);
    if (made.isEmpty() || used(seal)) {
      return new Checked.Stale();
    }
    var age = Duration.between(made.get(), now());
    boolean proved = proved(seal, proof);
    var least = proved ? guard.quickest() : guard.waitWithoutProof();
    var left = least.toJavaDuration().minus(age);
    return left.isPositive()
        ? new Checked.TooQuick(left)
        : new Checked.Fine(new Passed(Optional.of(seal), proved && guard.proofBits() > 0));
  }

  /** Seals what was typed, so that it can wait in a page until its form may be sent. */
  public String keep(String seal, List<String> typed) {
    var text =
        String.join(SEPARATOR, typed.stream().map(each -> each.replace(SEPARATOR, "")).toList());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(around.keys().sealText(text, place(seal)));
  }

  /** What {@link #keep} sealed for this form; empty for anything else. */
  public Optional<List<String>> kept(String seal, String sealed) {
    if (sealed.isEmpty() || sealed.length() > LONGEST_KEPT || made(seal).isEmpty()) {
      return Optional.empty();
    }
    try {
      var text = around.keys().openText(Base64.getUrlDecoder().decode(sealed), place(seal));
      return Optional.of(List.of(text.split(SEPARATOR, -1)));
    } catch (IllegalArgumentException | IllegalStateException notOurs) {
      return Optional.empty();
    }
  }

  /** Uses a form up; false when it was used before. */
  boolean use(Tx tx, Passed passed) {
    return passed.seal().isEmpty()
        || tx.dao(SignUpsDao.class)
                .useForm(
                    hash(passed.seal().get()), now().plus(guard.formLifetime().toJavaDuration()))
            == 1;
  }

  private Form form(String seal) {
    return new Form(
        seal,
        guard.proofBits(),
        guard.quickest().toJavaDuration(),
        guard.waitWithoutProof().toJavaDuration());
  }

  private int sweep() {
    return around.database().write(tx -> tx.dao(SignUpsDao.class).sweepForms(now()));
  }

  private boolean used(String seal) {
    return around.database().read(tx -> tx.dao(SignUpsDao.class).formUsed(hash(seal))) > 0;
  }

  /** When a form of ours was made that can still be sent. */
  private Optional<Instant> made(String seal) {
    var parts = SEAL.matcher(seal);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var made = parts.group(1) + "-" + parts.group(2);
    if (!same(authentication(made), parts.group(3))) {
      return Optional.empty();
    }
    var at = Instant.ofEpochMilli(Long.parseLong(parts.group(1)));
    return at.plus(guard.formLifetime().toJavaDuration()).isAfter(now())
        ? Optional.of(at)
        : Optional.empty();
  }

  private boolean proved(String seal, String proof) {
    return guard.proofBits() == 0
        || (NUMBER.matcher(proof).matches()
            && zeroBits(hash(seal + ":" + proof)) >= guard.proofBits());
  }

  private static int zeroBits(byte[] hash) {
    int bits = 0;
    for (byte each : hash) {
      if (each != 0) {
        return bits + Integer.numberOfLeadingZeros(each & 0xff) - 24;
      }
      bits += 8;
    }
    return bits;
  }

  private String authentication(String made) {
    return Base32.encode(around.keys().index("sign-up-form", made));
  }

  private static String place(String seal) {
    return "sign-up-form:" + seal;
  }

  private Instant now() {
    return around.sources().now();
  }

  private byte[] random() {
    return around.sources().randomness().bytes(16);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
