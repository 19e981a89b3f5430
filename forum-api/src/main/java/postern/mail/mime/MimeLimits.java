package postern.mail.mime;

/**
 * How large a message may be in every direction. Header counts hold for each header block, that of
 * a part too.
 *
 * @param maxBytes of the whole message
 * @param maxHeaderBytes of one header block
 * @param maxHeaders fields in one header block
 * @param maxLineBytes of one line, its end not counted; RFC 5322 section 2.1.1 says 998, honest
 *     senders exceed it
 * @param maxParts in the whole message, multiparts and enclosed messages counted
 * @param maxDepth of nesting; a plain message has depth 1
 */
public record MimeLimits(
    int maxBytes,
    int maxHeaderBytes,
    int maxHeaders,
    int maxLineBytes,
    int maxParts,
    int maxDepth) {

  public static final MimeLimits DEFAULT =
      new MimeLimits(25 << 20, 128 << 10, 500, 256 << 10, 200, 12);

  public MimeLimits {
    if (maxBytes < 1
        || maxHeaderBytes < 1
        || maxHeaders < 1
        || maxLineBytes < 1
        || maxParts < 1
        || maxDepth < 1) {
      throw new IllegalArgumentException("a limit is positive");
    }
    if (maxDepth > 100) {
      throw new IllegalArgumentException("nesting deeper than 100 could exhaust the stack");
    }
  }
}
