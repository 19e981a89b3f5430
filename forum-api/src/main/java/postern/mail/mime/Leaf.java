package postern.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A part with content of its own, decoded from its transfer encoding. */
public final class Leaf implements Part {
  private static final Pattern META_CHARSET =
      Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]+)");

  private final PartHeader header;
  private final byte[] bytes;

  Leaf(PartHeader header, byte[] bytes) {
    this.header = header;
    this.bytes = bytes;
  }

  /** The decoded content: a copy-free view, not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** The label as the sender wrote it, which may lie. */
  public Optional<String> charset() {
    return header.mediaType().parameter("charset");
  }

  /** {@code inline}, {@code attachment} or what else stood there, in lower case. */
  public Optional<String> disposition() {
    return header.disposition();
  }

  /** Decoded, and not yet fit for anybody's disk. */
  public Optional<String> fileName() {
    return header.fileName();
  }

  /** Without the angle brackets. */
  public Optional<String> contentId() {
    return header.contentId();
  }

  /** True for text that is meant to be read in place. */
  public boolean isInlineText() {
    return mediaType().type().equals("text")
        && !disposition().filter("attachment"::equals).isPresent()
        && (fileName().isEmpty() || disposition().filter("inline"::equals).isPresent());
  }

  /** The content as text, by its label or by what the bytes say; lines end in LF. */
  public String text() {
    var label = charset().or(this::htmlCharset).orElse(null);
    var text = Charsets.decode(bytes, label).replace("\r\n", "\n").replace('\r', '\n');
    boolean flowed = mediaType().parameter("format").filter("flowed"::equalsIgnoreCase).isPresent();
    // RFC 3676 section 4.4: a flowed line may start with one stuffed space.
    return flowed ? text.replaceAll("(?m)^ ", "") : text;
  }

  private Optional<String> htmlCharset() {
    if (!mediaType().is("text/html")) {
      return Optional.empty();
    }
    var start = new String(bytes, 0, Math.min(bytes.length, 2048), StandardCharsets.ISO_8859_1);
    var found = META_CHARSET.matcher(start);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  @Override
  public List<HeaderField> headers() {
    return header.fields();
  }

  @Override
  public MediaType mediaType() {
    return header.mediaType();
  }

  @Override
  public String toString() {
    return "Leaf[" + bytes.length + " bytes]";
  }
}
