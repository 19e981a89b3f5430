package postern.mail.mime;

import java.util.List;
import java.util.Optional;

/** A message within a message: message/rfc822, message/global. */
public final class Enclosed implements Part {
  private final PartHeader header;
  private final InboundMessage message;

  Enclosed(PartHeader header, InboundMessage message) {
    this.header = header;
    this.message = message;
  }

  public InboundMessage message() {
    return message;
  }

  public Optional<String> fileName() {
    return header.fileName();
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
    return "Enclosed[hidden]";
  }
}
