package postern.mail.mime;

import java.util.Map;
import java.util.Optional;

/**
 * A content type (RFC 2045 section 5) with decoded parameters. Hides its text: a name can hold an
 * address.
 */
public final class MediaType {
  static final MediaType PLAIN = new MediaType("text", "plain", Map.of());
  static final MediaType BYTES = new MediaType("application", "octet-stream", Map.of());
  static final MediaType MESSAGE = new MediaType("message", "rfc822", Map.of());

  private final String type;
  private final String subtype;
  private final Map<String, String> parameters;

  private MediaType(String type, String subtype, Map<String, String> parameters) {
    this.type = type;
    this.subtype = subtype;
    this.parameters = Map.copyOf(parameters);
  }

  /** Reads a Content-Type header; what is no type is plain text, as RFC 2045 section 5.2 has it. */
  static MediaType parse(String header) {
    var parsed = Parameters.parse(header);
    var full = parsed.value();
    int slash = full.indexOf('/');
    if (slash < 1 || !full.matches("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")) {
      return new MediaType("text", "plain", parsed.parameters());
    }
    return new MediaType(full.substring(0, slash), full.substring(slash + 1), parsed.parameters());
  }

  public String type() {
    return type;
  }

  public String subtype() {
    return subtype;
  }

  /** {@code type/subtype} in lower case. */
  public String full() {
    return type + "/" + subtype;
  }

  public boolean is(String full) {
    return full().equals(full);
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  @Override
  public String toString() {
    return "MediaType[hidden]";
  }
}
