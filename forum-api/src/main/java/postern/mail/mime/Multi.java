package postern.mail.mime;

import java.util.List;

/** A multipart (RFC 2046 section 5.1). Preamble and epilogue are not kept. */
public final class Multi implements Part {
  private final PartHeader header;
  private final List<Part> parts;

  Multi(PartHeader header, List<Part> parts) {
    this.header = header;
    this.parts = List.copyOf(parts);
  }

  public String subtype() {
    return header.mediaType().subtype();
  }

  public List<Part> parts() {
    return parts;
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
    return "Multi[" + parts.size() + " parts]";
  }
}
