package postern.mail.mime;

import java.util.List;

/** A node of a message's tree. Every kind hides its text. */
public sealed interface Part permits Leaf, Multi, Enclosed {
  /** The part's own header fields, in order; for the root of a message, those of the message. */
  List<HeaderField> headers();

  MediaType mediaType();
}
