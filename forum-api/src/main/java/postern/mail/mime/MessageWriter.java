package postern.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import postern.kernel.Base32;
import postern.kernel.Randomness;

/**
 * Writes a message anew, never from bytes that came: CRLF line ends, ASCII only, lines under 998.
 * The To header is not written here; {@link OutboundMessage#addressedTo} adds it at the moment of
 * sending.
 */
public final class MessageWriter {
  private final Randomness randomness;
  private final List<OutHeader> headers = new ArrayList<>();

  private MessageWriter(Randomness randomness) {
    this.randomness = randomness;
  }

  public static MessageWriter with(Randomness randomness) {
    return new MessageWriter(randomness);
  }

  /** Headers stand in the order in which they are given. */
  public MessageWriter header(OutHeader header) {
    headers.add(header);
    return this;
  }

  public OutboundMessage write(OutPart body) {
    var out = new StringBuilder();
    headers.forEach(header -> out.append(HeaderEncoder.field(header)));
    out.append("MIME-Version: 1.0\r\n");
    part(out, body);
    return OutboundMessage.ofStored(out.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private void part(StringBuilder out, OutPart part) {
    switch (part) {
      case OutPart.Text(var subtype, var text) -> {
        var encoded = TextEncoder.text(text);
        out.append("Content-Type: text/").append(subtype).append("; charset=utf-8\r\n");
        out.append("Content-Transfer-Encoding: ").append(encoded.encoding()).append("\r\n\r\n");
        out.append(encoded.body());
      }
      case OutPart.File(var type, var name, var id, var bytes) -> {
        out.append("Content-Type: ").append(type).append("\r\n");
        out.append("Content-Transfer-Encoding: base64\r\n");
        id.ifPresent(contentId -> out.append("Content-ID: <").append(contentId).append(">\r\n"));
        out.append(disposition(id.isPresent() ? "inline" : "attachment", name));
        out.append("\r\n").append(TextEncoder.base64(bytes));
      }
      case OutPart.Multi(var subtype, var parameters, var parts) -> {
        // "=_" stands in neither quoted-printable nor base64, so a boundary can meet no body of
        // ours.
        var boundary = "=_" + Base32.encode(randomness.bytes(15));
        out.append("Content-Type: multipart/").append(subtype).append(parameters);
        out.append(";\r\n boundary=\"").append(boundary).append("\"\r\n\r\n");
        for (var child : parts) {
          out.append("--").append(boundary).append("\r\n");
          part(out, child);
        }
        out.append("--").append(boundary).append("--\r\n");
      }
    }
  }

  // RFC 2231 sections 3 and 4; a plain ASCII name is quoted as it is.
  private static String disposition(String kind, Optional<String> name) {
    if (name.isEmpty()) {
      return "Content-Disposition: " + kind + "\r\n";
    }
    if (name.get().matches("[A-Za-z0-9 ._()+-]{1,50}")) {
      return "Content-Disposition: " + kind + "; filename=\"" + name.get() + "\"\r\n";
    }
    var out = new StringBuilder("Content-Disposition: ").append(kind);
    var encoded = percent(name.get());
    int section = 0;
    for (int at = 0; at < encoded.length(); section++) {
      int end = Math.min(encoded.length(), at + 54);
      // A section must not end within an escape.
      int escape = encoded.lastIndexOf('%', end - 1);
      end = end < encoded.length() && escape > end - 3 ? escape : end;
      out.append(";\r\n filename*").append(section).append("*=");
      out.append(section == 0 ? "UTF-8''" : "").append(encoded, at, end);
      at = end;
    }
    return out.append("\r\n").toString();
  }

  private static String percent(String name) {
    var out = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || b == '.' || b == '-' || b == '_');
      out.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
    }
    return out.toString();
  }
}
