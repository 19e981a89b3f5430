package postern.kernel;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A real address of a person. It is a class, not a record, so that nothing hands its text to a
 * page, to JSON or to a log line by itself: {@code toString} hides it, Jackson finds no property,
 * and the callers of {@link #reveal()} are listed in {@code ArchitectureTest}.
 *
 * <p>Two spellings of one mailbox are equal: the domain is folded to lower-case ASCII (RFC 5891),
 * and the local part is compared without case, as every large host does, though RFC 5321 section
 * 2.4 lets a host tell case apart.
 */
public final class EmailAddress {
  public static final int MAX_LENGTH = 254;
  public static final int MAX_LOCAL_LENGTH = 64;

  // dot-atom of RFC 5322 section 3.2.3, with the letters of RFC 6531; quoted local parts are
  // refused.
  private static final Pattern LOCAL =
      Pattern.compile(
          "[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

  private final String local;
  private final String domain;

  private EmailAddress(String local, String domain) {
    this.local = local;
    this.domain = domain;
  }

  /**
   * Reads an address that a person typed or a message carries; empty when it is none that mail
   * could reach.
   */
  public static Optional<EmailAddress> parse(String typed) {
    if (typed == null || typed.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    var text = typed.strip();
    int at = text.lastIndexOf('@');
    if (at < 1 || at == text.length() - 1) {
      return Optional.empty();
    }
    var local = text.substring(0, at);
    if (!LOCAL.matcher(local).matches()
        || local.getBytes(StandardCharsets.UTF_8).length > MAX_LOCAL_LENGTH) {
      return Optional.empty();
    }
    return asciiDomain(text.substring(at + 1)).map(domain -> new EmailAddress(local, domain));
  }

  /** The one way to its text. Every caller is reviewed: see {@code ArchitectureTest}. */
  public String reveal() {
    return local + "@" + domain;
  }

  /**
   * Its host part, in lower-case ASCII: what is asked of name servers. On a domain of one's own it
   * is as good as a name, so its callers are reviewed too.
   */
  public String domain() {
    return domain;
  }

  /** True when mail for this address would come back to the given domain of our own. */
  public boolean isAt(String ownDomain) {
    return domain.equals(ownDomain.toLowerCase(Locale.ROOT));
  }

  /**
   * True when the text holds the local part in any case, if that has at least four characters: a
   * bad password.
   */
  public boolean namedIn(String text) {
    return local.length() >= 4
        && text.toLowerCase(Locale.ROOT).contains(local.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> asciiDomain(String domain) {
    try {
      var ascii = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return DOMAIN.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
    } catch (IllegalArgumentException notADomain) {
      return Optional.empty();
    }
  }

  private String folded() {
    return local.toLowerCase(Locale.ROOT) + "@" + domain;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EmailAddress that && folded().equals(that.folded());
  }

  @Override
  public int hashCode() {
    return folded().hashCode();
  }

  @Override
  public String toString() {
    return "EmailAddress[hidden]";
  }
}
