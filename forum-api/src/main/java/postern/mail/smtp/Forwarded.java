package postern.mail.smtp;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a trusted peer says of its client by XFORWARD, Postfix's extension: data, never authority.
 * Values are in xtext (RFC 3461 section 4).
 */
final class Forwarded {
  static final String KEYWORD = "XFORWARD NAME ADDR PORT PROTO HELO IDENT SOURCE";

  private static final Set<String> KNOWN =
      Set.of("NAME", "ADDR", "PORT", "PROTO", "HELO", "IDENT", "SOURCE");
  private static final Set<String> NOT_KNOWN = Set.of("[UNAVAILABLE]", "[TEMPUNAVAIL]");
  private static final Pattern XTEXT = Pattern.compile("(?:[!-*,-<>-~]|\\+[0-9A-Fa-f]{2}){1,255}");

  private final Map<String, String> values = new LinkedHashMap<>();

  /** Takes one command's attributes; false, and nothing taken, when one of them is wrong. */
  boolean add(String argument) {
    var added = new LinkedHashMap<String, String>();
    for (var word : argument.split(" +")) {
      int equals = word.indexOf('=');
      var key = word.substring(0, Math.max(equals, 0)).toUpperCase(Locale.ROOT);
      var value = decode(word.substring(equals + 1));
      if (!KNOWN.contains(key) || value.isEmpty() || !believable(key, value.get())) {
        return false;
      }
      added.put(key, value.get());
    }
    values.putAll(added);
    return true;
  }

  void clear() {
    values.clear();
  }

  /** The client; the peer when nothing was forwarded; empty when the peer does not know. */
  Optional<InetAddress> client(InetAddress peer) {
    return values.containsKey("ADDR") ? get("ADDR").flatMap(Forwarded::address) : Optional.of(peer);
  }

  Optional<String> name() {
    return get("NAME");
  }

  Optional<String> helo() {
    return get("HELO");
  }

  private Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !NOT_KNOWN.contains(value));
  }

  private static boolean believable(String key, String value) {
    return !key.equals("ADDR") || NOT_KNOWN.contains(value) || address(value).isPresent();
  }

  private static Optional<InetAddress> address(String value) {
    boolean six = value.toUpperCase(Locale.ROOT).startsWith("IPV6:");
    try {
      return Optional.of(Network.literal(six ? value.substring(5) : value));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static Optional<String> decode(String xtext) {
    if (!XTEXT.matcher(xtext).matches()) {
      return Optional.empty();
    }
    var bytes = new ByteArrayOutputStream();
    for (int at = 0; at < xtext.length(); at++) {
      boolean coded = xtext.charAt(at) == '+';
      bytes.write(coded ? Integer.parseInt(xtext, at + 1, at + 3, 16) : xtext.charAt(at));
      at += coded ? 2 : 0;
    }
    return Command.decode(bytes.toByteArray());
  }
}
