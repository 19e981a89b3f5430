package postern.mail.dkim;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One DKIM-Signature field that could count; what could not is none. */
final class SignatureTags {
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\\.[a-z0-9_][a-z0-9_-]{0,62})*");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");
  private static final Pattern OWN_VALUE = Pattern.compile("(^|;)(\\s*b\\s*=)[^;]*");
  private static final Duration CLOCKS = Duration.ofHours(6);

  private final RawHeader.Field field;
  private final TagList tags;
  private final SignatureKind kind;
  private final String domain;
  private final String selector;
  private final List<String> names;
  private final byte[] bodyHash;
  private final byte[] signature;

  private SignatureTags(RawHeader.Field field, TagList tags) throws Worthless {
    this.field = field;
    this.tags = tags;
    this.kind = require(tags.get("a").flatMap(SignatureKind::of));
    this.domain = host("d");
    this.selector = host("s");
    this.names = List.of(require(tags.packed("h")).toLowerCase(Locale.ROOT).split(":"));
    this.bodyHash = base64("bh");
    this.signature = base64("b");
    if (!tags.get("v").equals(Optional.of("1"))
        || tags.get("l").isPresent()
        || !names.contains("from")
        || !asksDns()
        || !canonicals()
        || !identityWithin()) {
      throw new Worthless();
    }
  }

  /** Proves nothing, whatever its key. */
  private static final class Worthless extends Exception {
    private static final long serialVersionUID = 1;
  }

  static Optional<SignatureTags> read(RawHeader.Field field) {
    try {
      return Optional.of(new SignatureTags(field, require(TagList.read(field.value()))));
    } catch (Worthless worthless) {
      return Optional.empty();
    }
  }

  String domain() {
    return domain;
  }

  /** Where the key stands. */
  String keyName() {
    return selector + "._domainkey." + domain;
  }

  SignatureKind kind() {
    return kind;
  }

  Set<String> fields() {
    return names.stream().collect(Collectors.toSet());
  }

  byte[] bodyHash() {
    return bodyHash;
  }

  byte[] signature() {
    return signature;
  }

  Canonical ofBody() {
    return canonical(1);
  }

  /** True when {@code i=} is below {@code d=}, which a key with {@code t=s} does not allow. */
  boolean identityBelow() {
    return identity().filter(host -> !host.equals(domain)).isPresent();
  }

  boolean holdsAt(Instant now, Duration life) {
    var made = number("t");
    var ends = number("x");
    return tags.get("t").isPresent() == made.isPresent()
        && tags.get("x").isPresent() == ends.isPresent()
        && ends.filter(end -> !now.isBefore(end)).isEmpty()
        && made.filter(at -> at.plus(life).isBefore(now)).isEmpty()
        && made.filter(at -> at.isAfter(now.plus(CLOCKS))).isEmpty();
  }

  /** What was signed: the fields that {@code h=} names, from the bottom up, and this one. */
  byte[] signedHeader(RawHeader header) {
    var canonical = canonical(0);
    Map<String, List<RawHeader.Field>> left = new HashMap<>();
    var text = new StringBuilder();
    for (var name : names) {
      var fields = left.computeIfAbsent(name, each -> new ArrayList<>(header.named(each)));
      if (!fields.isEmpty()) {
        text.append(canonical.field(fields.removeLast())).append("\r\n");
      }
    }
    return text.append(canonical.field(withoutValue()))
        .toString()
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private RawHeader.Field withoutValue() {
    int colon = field.text().indexOf(':');
    var value = OWN_VALUE.matcher(field.value()).replaceAll("$1$2");
    return new RawHeader.Field(field.text().substring(0, colon + 1) + value);
  }

  private Canonical canonical(int index) {
    var parts = tags.packed("c").orElse("simple/simple").split("/");
    var name = index < parts.length ? parts[index] : "simple";
    return name.equalsIgnoreCase("relaxed") ? Canonical.RELAXED : Canonical.SIMPLE;
  }

  private boolean canonicals() {
    return tags.packed("c")
        .filter(value -> !value.matches("(?i)(simple|relaxed)(/(simple|relaxed))?"))
        .isEmpty();
  }

  private boolean asksDns() {
    return Arrays.asList(tags.packed("q").orElse("dns/txt").split(":")).contains("dns/txt");
  }

  private boolean identityWithin() {
    return identity()
        .filter(host -> !host.equals(domain) && !host.endsWith("." + domain))
        .isEmpty();
  }

  private Optional<String> identity() {
    return tags.packed("i")
        .map(value -> value.substring(value.lastIndexOf('@') + 1))
        .map(this::ascii);
  }

  private String ascii(String host) {
    try {
      var utf8 = new String(host.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      return IDN.toASCII(utf8).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notAHost) {
      return "";
    }
  }

  private String host(String tag) throws Worthless {
    return require(tags.packed(tag).map(this::ascii).filter(host -> HOST.matcher(host).matches()));
  }

  private Optional<Instant> number(String tag) {
    return tags.packed(tag)
        .filter(value -> NUMBER.matcher(value).matches())
        .map(value -> Instant.ofEpochSecond(Long.parseLong(value)));
  }

  private byte[] base64(String tag) throws Worthless {
    try {
      return Base64.getDecoder().decode(require(tags.packed(tag)));
    } catch (IllegalArgumentException broken) {
      throw new Worthless();
    }
  }

  private static <T> T require(Optional<T> value) throws Worthless {
    return value.orElseThrow(Worthless::new);
  }
}
