package postern.mail.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import postern.kernel.EmailAddress;
import postern.mail.auth.Authenticity.Aligned;
import postern.mail.auth.Authenticity.Failed;
import postern.mail.auth.Authenticity.Method;
import postern.mail.auth.Authenticity.Unknown;
import postern.mail.mime.HeaderField;

/**
 * Believes the {@code Authentication-Results} (RFC 8601) of one authserv-id, in messages that a
 * trusted relay hands over. The caller makes sure of that relay; the relay must remove such headers
 * of its own name from what comes in (section 5), since nothing in a message tells who wrote a
 * header.
 */
public final class AuthenticationResults {
  private static final Pattern RECEIVED_BY = Pattern.compile("(?i)(?:^|\\s)by\\s+([A-Za-z0-9.-]+)");
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

  private final Optional<String> authservId;

  /** With no authserv-id, no header is believed and nothing is known. */
  public AuthenticationResults(Optional<String> authservId) {
    this.authservId = authservId.map(id -> id.toLowerCase(Locale.ROOT));
  }

  /**
   * Judges the author of a message. DMARC decides where the author's domain has a policy. Where the
   * relay says that it has none, a DKIM signature or an SPF pass of exactly that domain is as good.
   * Results that contradict each other, or were found for another author, prove nothing.
   *
   * @param headers from the top, with the trusted relay's first
   * @param from the one address in the one From header
   */
  public Authenticity judge(List<HeaderField> headers, EmailAddress from) {
    var results = new ArrayList<MethodResult>();
    for (var value : believed(headers)) {
      var field = ResultsField.parse(value);
      if (field.isEmpty()) {
        return new Unknown();
      }
      results.addAll(field.get().results());
    }
    return judgeResults(results, from);
  }

  private List<String> believed(List<HeaderField> headers) {
    var values = new ArrayList<String>();
    for (var header : headers) {
      // What stands below another host's mark was in the message before it came to the relay.
      if (header.is("Received") && !isOwn(header.raw())) {
        break;
      }
      if (header.is("Authentication-Results") && isOurs(header.raw())) {
        values.add(header.raw());
      }
    }
    return values;
  }

  private boolean isOurs(String value) {
    return ResultsField.authservId(value).map(id -> id.toLowerCase(Locale.ROOT)).equals(authservId)
        && authservId.isPresent();
  }

  /** True for the mark of the relay itself: its name is the authserv-id, or a host under it. */
  private boolean isOwn(String received) {
    var matcher = RECEIVED_BY.matcher(withoutComments(received));
    if (!matcher.find() || authservId.isEmpty()) {
      return false;
    }
    var by = matcher.group(1).toLowerCase(Locale.ROOT);
    return by.equals(authservId.get()) || by.endsWith("." + authservId.get());
  }

  private static String withoutComments(String received) {
    var text = received;
    for (int depth = 0; depth < 5 && text.indexOf('(') >= 0; depth++) {
      text = COMMENT.matcher(text).replaceAll(" ");
    }
    return text;
  }

  private static Authenticity judgeResults(List<MethodResult> results, EmailAddress from) {
    var dmarc = results.stream().filter(result -> result.is("dmarc")).toList();
    if (dmarc.stream().anyMatch(result -> result.says("fail"))) {
      return new Failed();
    }
    if (dmarc.isEmpty() || dmarc.stream().map(MethodResult::result).distinct().count() > 1) {
      return new Unknown();
    }
    if (dmarc.stream().anyMatch(result -> !isAbout(result, from))) {
      return new Unknown();
    }
    return switch (dmarc.getFirst().result()) {
      case "pass" -> new Aligned(Method.DMARC);
      case "none" -> judgeWithoutPolicy(results, from);
      default -> new Unknown();
    };
  }

  /**
   * A pass names its author. Some programs name none where there is no policy; then DKIM or SPF
   * must.
   */
  private static boolean isAbout(MethodResult dmarc, EmailAddress from) {
    return dmarc.property("header.from").isPresent()
        ? dmarc.domainIs("header.from", from)
        : dmarc.says("none");
  }

  private static Authenticity judgeWithoutPolicy(List<MethodResult> results, EmailAddress from) {
    if (passes(results, "dkim", "header.d", from)) {
      return new Aligned(Method.DKIM);
    }
    var spf =
        results.stream()
            .filter(result -> result.is("spf") && result.domainIs("smtp.mailfrom", from))
            .toList();
    // A broken signature is as none (RFC 6376 section 6.1), but SPF's fail is a domain's own word.
    if (spf.stream().anyMatch(result -> result.says("fail"))) {
      return new Failed();
    }
    return passes(spf, "spf", "smtp.mailfrom", from) ? new Aligned(Method.SPF) : new Unknown();
  }

  private static boolean passes(
      List<MethodResult> results, String method, String property, EmailAddress from) {
    return results.stream()
        .anyMatch(
            result -> result.is(method) && result.says("pass") && result.domainIs(property, from));
  }
}
