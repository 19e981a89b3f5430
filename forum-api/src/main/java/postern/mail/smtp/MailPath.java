package postern.mail.smtp;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import postern.kernel.EmailAddress;

/**
 * A path in angle brackets as MAIL and RCPT carry it, read by the grammar of RFC 5321 section 4.1.2
 * with the letters of RFC 6531. Source routes are refused, which section 3.6.1 allows. It has no
 * text form.
 */
final class MailPath {
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\x{80}-\\x{10ffff}-]+";
  private static final String QUOTED = "\"(?:[ !#-\\[\\]-~\\x{80}-\\x{10ffff}]|\\\\[ -~])*\"";
  private static final String LABEL =
      "[A-Za-z0-9\\x{80}-\\x{10ffff}](?:[A-Za-z0-9\\x{80}-\\x{10ffff}-]*[A-Za-z0-9\\x{80}-\\x{10ffff}])?";
  private static final Pattern PATH =
      Pattern.compile(
          "<(?:(?<local>"
              + ATOM
              + "(?:\\."
              + ATOM
              + ")*|"
              + QUOTED
              + ")"
              + "(?:@(?<domain>"
              + LABEL
              + "(?:\\."
              + LABEL
              + ")*|\\[[A-Za-z0-9:.-]+\\]))?)?>");
  private static final Pattern QUOTED_PAIR = Pattern.compile("\\\\(.)");
  private static final int MAX_LOCAL = 64;
  private static final int MAX_DOMAIN = 255;
  private static final int MAX_PATH = 256;

  private final String text;
  private final Optional<String> local;
  private final boolean quoted;
  private final Optional<String> domain;

  private MailPath(String text, Optional<String> local, boolean quoted, Optional<String> domain) {
    this.text = text;
    this.local = local;
    this.quoted = quoted;
    this.domain = domain;
  }

  /** Reads the path at the start of the text; empty when there is none that the grammar knows. */
  static Optional<MailPath> at(String text) {
    // Regular expressions over alternatives recurse; the longest path is known, so nothing longer
    // is tried.
    var matcher = PATH.matcher(text.length() > MAX_PATH ? text.substring(0, MAX_PATH) : text);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    var local = Optional.ofNullable(matcher.group("local"));
    var domain = Optional.ofNullable(matcher.group("domain"));
    if (octets(local) > MAX_LOCAL || octets(domain) > MAX_DOMAIN) {
      return Optional.empty();
    }
    boolean quoted = local.filter(l -> l.startsWith("\"")).isPresent();
    return Optional.of(
        new MailPath(
            matcher.group(), quoted ? local.map(MailPath::unquote) : local, quoted, domain));
  }

  int length() {
    return text.length();
  }

  boolean isAscii() {
    return Command.isAscii(text);
  }

  boolean isNull() {
    return local.isEmpty();
  }

  boolean hasDomain() {
    return domain.isPresent();
  }

  /**
   * The recipient in lower case when it is at the given domain, or is the postmaster of any host.
   */
  Optional<String> mailboxAt(String ownDomain) {
    var mailbox = local.map(text -> text.toLowerCase(Locale.ROOT));
    // RFC 5321 section 4.1.1.3: "Postmaster" alone must be taken.
    return domain.isPresent()
        ? mailbox.filter(_ -> ascii(domain.get()).filter(ownDomain::equals).isPresent())
        : mailbox.filter("postmaster"::equals);
  }

  Optional<EmailAddress> address() {
    return quoted || local.isEmpty() || domain.isEmpty()
        ? Optional.empty()
        : EmailAddress.parse(local.get() + "@" + domain.get());
  }

  private static Optional<String> ascii(String domain) {
    try {
      return Optional.of(IDN.toASCII(domain).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException notADomain) {
      return Optional.empty();
    }
  }

  private static int octets(Optional<String> text) {
    return text.orElse("").getBytes(StandardCharsets.UTF_8).length;
  }

  private static String unquote(String quoted) {
    return QUOTED_PAIR.matcher(quoted.substring(1, quoted.length() - 1)).replaceAll("$1");
  }

  @Override
  public String toString() {
    return "MailPath[hidden]";
  }
}
