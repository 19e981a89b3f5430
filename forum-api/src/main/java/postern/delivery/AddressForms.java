package postern.delivery;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import postern.kernel.EmailAddress;

/**
 * One hidden address in the forms that the gate looks for. The one class of the gate that makes it
 * text, and it gives none away: it only answers whether a text holds it.
 */
final class AddressForms {
  private final EmailAddress address;
  private final String text;
  private final Pattern plain;
  private final Pattern backwards;
  private final List<String> wholes;
  private final String firstWord;
  private final List<String> firstLabels;
  private final List<String> hexDigests = new ArrayList<>();
  private final List<String> base64Digests = new ArrayList<>();

  private AddressForms(EmailAddress address) {
    this.address = address;
    this.text = address.reveal();
    int at = text.lastIndexOf('@');
    var local = text.substring(0, at).toLowerCase(Locale.ROOT);
    var ascii = text.substring(at + 1);
    var unicode = IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    var domain = "(?:" + Pattern.quote(ascii) + "|" + Pattern.quote(unicode) + ")";
    // A longer word before it is another person's local part; a tag behind a plus is the same
    // one's.
    this.plain =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?<![\\p{L}\\p{N}][._+-])"
                + Pattern.quote(local)
                + "(?:\\+[^\\s@<>]{1,64})?@"
                + domain
                + "(?!-?[\\p{L}\\p{N}])");
    this.backwards =
        Pattern.compile(Pattern.quote(new StringBuilder(local + "@" + ascii).reverse().toString()));
    this.firstWord = local.split("\\.")[0];
    this.firstLabels = List.of(ascii.split("\\.")[0], unicode.split("\\.")[0]);
    this.wholes = List.of(local + "@" + ascii, local + "@" + unicode);
    digests(local + "@" + ascii);
    digests(text);
  }

  static AddressForms of(EmailAddress address) {
    return new AddressForms(address);
  }

  boolean isOf(EmailAddress other) {
    return address.equals(other);
  }

  /** Looks for it as it is; the text is in lower case. */
  boolean standsIn(String lower) {
    return mayStandIn(lower) && plain.matcher(lower).find();
  }

  /** A cheap no: its first words are not even there. */
  boolean mayStandIn(String lower) {
    return lower.contains(firstWord) && firstLabels.stream().anyMatch(lower::contains);
  }

  /** For bytes that are no text, where letters beside it belong to something else. */
  boolean standsWithin(String lower) {
    return wholes.stream().anyMatch(lower::contains);
  }

  boolean standsBackwardsIn(String lower) {
    return backwards.matcher(lower).find();
  }

  boolean isHashedIn(String asItIs, String lower) {
    return hexDigests.stream().anyMatch(lower::contains)
        || base64Digests.stream().anyMatch(asItIs::contains);
  }

  /** The text without the one line that may show it, in plain text or in a paragraph of HTML. */
  String withoutElectedLine(String page) {
    var line = Pattern.quote(Allowance.ELECTED_LABEL + text);
    var once = Pattern.compile("(?m)^(?:<p>)?" + line + "(?:</p>)?\\r?$").matcher(page);
    return once.replaceFirst("");
  }

  private void digests(String spelling) {
    for (var algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
      try {
        var digest =
            MessageDigest.getInstance(algorithm).digest(spelling.getBytes(StandardCharsets.UTF_8));
        hexDigests.add(HexFormat.of().formatHex(digest));
        base64Digests.add(Base64.getEncoder().withoutPadding().encodeToString(digest));
        base64Digests.add(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  @Override
  public String toString() {
    return "AddressForms[hidden]";
  }
}
