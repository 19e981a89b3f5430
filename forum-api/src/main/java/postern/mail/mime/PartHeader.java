package postern.mail.mime;

import java.util.List;
import java.util.Optional;

/** The header block of one part and what the Content- fields in it say. */
final class PartHeader {
  private final List<HeaderField> fields;
  private final MediaType mediaType;

  PartHeader(List<HeaderField> fields, MediaType fallback) {
    this.fields = List.copyOf(fields);
    this.mediaType = first("Content-Type").map(MediaType::parse).orElse(fallback);
  }

  List<HeaderField> fields() {
    return fields;
  }

  MediaType mediaType() {
    return mediaType;
  }

  TransferEncoding encoding() {
    return first("Content-Transfer-Encoding")
        .map(TransferEncoding::of)
        .orElse(TransferEncoding.IDENTITY);
  }

  Optional<String> disposition() {
    return first("Content-Disposition")
        .map(Parameters::parse)
        .map(Parameters::value)
        .filter(v -> !v.isEmpty());
  }

  Optional<String> fileName() {
    return first("Content-Disposition")
        .map(Parameters::parse)
        .map(parsed -> parsed.parameters().get("filename"))
        .or(() -> mediaType.parameter("name"))
        .filter(name -> !name.isBlank());
  }

  Optional<String> contentId() {
    return first("Content-ID")
        .map(id -> id.strip().replaceAll("^<|>$", ""))
        .filter(id -> !id.isEmpty());
  }

  private Optional<String> first(String name) {
    return fields.stream().filter(field -> field.is(name)).findFirst().map(HeaderField::raw);
  }
}
