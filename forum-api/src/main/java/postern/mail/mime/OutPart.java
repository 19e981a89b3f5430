package postern.mail.mime;

import java.util.List;
import java.util.Optional;

/** A part that we write. */
public sealed interface OutPart {
  /** Text in UTF-8; lines may end in LF. */
  record Text(String subtype, String text) implements OutPart {
    public Text {
      if (!subtype.equals("plain") && !subtype.equals("html")) {
        throw new IllegalArgumentException("text is plain or html");
      }
    }

    @Override
    public String toString() {
      return "Text[hidden]";
    }
  }

  /**
   * A file.
   *
   * @param mediaType lower case, with no parameter but a charset
   * @param fileName shown to the reader; RFC 2231 where it is not ASCII
   * @param contentId for a picture that the text shows; without the angle brackets
   */
  record File(String mediaType, Optional<String> fileName, Optional<String> contentId, byte[] bytes)
      implements OutPart {
    public File {
      if (!mediaType.matches("[a-z0-9]+/[a-z0-9!#$&^_.+-]+(?:; charset=[a-z0-9_.-]{1,40})?")) {
        throw new IllegalArgumentException("no media type");
      }
      if (contentId.filter(id -> !id.matches("[a-z0-9.-]+@[a-z0-9.-]+")).isPresent()) {
        throw new IllegalArgumentException("no content id of ours");
      }
    }

    @Override
    public String toString() {
      return "File[" + bytes.length + " bytes]";
    }
  }

  /**
   * A multipart: alternative, related, mixed, or what an encrypted letter needs, with further
   * parameters.
   */
  record Multi(String subtype, String parameters, List<OutPart> parts) implements OutPart {
    public Multi {
      parts = List.copyOf(parts);
      if (!subtype.matches("[a-z-]+") || !parameters.matches("(?:; [a-z-]+=\"[a-z0-9/.+-]+\")*")) {
        throw new IllegalArgumentException("no multipart of ours");
      }
    }
  }

  static OutPart alternative(OutPart... parts) {
    return new Multi("alternative", "", List.of(parts));
  }

  static OutPart related(List<OutPart> parts) {
    return new Multi("related", "", parts);
  }

  static OutPart mixed(List<OutPart> parts) {
    return new Multi("mixed", "", parts);
  }
}
