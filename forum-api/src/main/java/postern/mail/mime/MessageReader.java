package postern.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the bytes of a message into a tree, as leniently as mail programs do, and never with an
 * exception. Our own reader and not a library's, so that limits are counted before anything
 * recurses; the gate in {@code delivery} reads what leaves with another parser, so that one
 * misreading cannot hide an address from both.
 */
public final class MessageReader {
  private final MimeLimits limits;
  private int parts;

  private MessageReader(MimeLimits limits) {
    this.limits = limits;
  }

  public static MessageRead read(byte[] raw, MimeLimits limits) {
    if (raw.length > limits.maxBytes()) {
      return new MessageRead.Refused(Limit.BYTES);
    }
    if (longestLine(raw) > limits.maxLineBytes()) {
      return new MessageRead.Refused(Limit.LINE_LENGTH);
    }
    try {
      return new MessageRead.Read(
          new MessageReader(limits).message(new Bytes(raw, 0, raw.length), 1));
    } catch (LimitBroken broken) {
      return new MessageRead.Refused(broken.which);
    }
  }

  private InboundMessage message(Bytes bytes, int depth) throws LimitBroken {
    var block = HeaderBlock.read(bytes, limits, true);
    var header = new PartHeader(block.fields(), MediaType.PLAIN);
    var root = part(header, block.body(), depth);
    return new InboundMessage(header, root, bytes.toArray());
  }

  private Part part(PartHeader header, Bytes body, int depth) throws LimitBroken {
    if (depth > limits.maxDepth()) {
      throw new LimitBroken(Limit.DEPTH);
    }
    if (++parts > limits.maxParts()) {
      throw new LimitBroken(Limit.PARTS);
    }
    var type = header.mediaType();
    if (type.type().equals("multipart")) {
      return multi(header, body, depth);
    }
    if (type.is("message/rfc822") || type.is("message/global")) {
      var decoded = new Bytes(header.encoding().decode(body.toArray()));
      return new Enclosed(header, message(decoded, depth + 1));
    }
    return new Leaf(header, header.encoding().decode(body.toArray()));
  }

  private Part multi(PartHeader header, Bytes body, int depth) throws LimitBroken {
    var boundary = header.mediaType().parameter("boundary").orElse("");
    var sections = boundary.isEmpty() ? List.<Bytes>of() : sections(body, boundary);
    if (sections.isEmpty() && header.encoding() != TransferEncoding.IDENTITY) {
      // RFC 2045 section 6.4 forbids to encode a multipart; some do.
      sections =
          boundary.isEmpty()
              ? sections
              : sections(new Bytes(header.encoding().decode(body.toArray())), boundary);
    }
    if (sections.isEmpty()) {
      return new Leaf(new PartHeader(List.of(), MediaType.PLAIN), body.toArray());
    }
    var fallback =
        header.mediaType().subtype().equals("digest") ? MediaType.MESSAGE : MediaType.PLAIN;
    var children = new ArrayList<Part>();
    for (var section : sections) {
      var block = HeaderBlock.read(section, limits, false);
      children.add(part(new PartHeader(block.fields(), fallback), block.body(), depth + 1));
    }
    return new Multi(header, children);
  }

  private List<Bytes> sections(Bytes body, String boundary) throws LimitBroken {
    var delimiter = ("--" + boundary.stripTrailing()).getBytes(StandardCharsets.UTF_8);
    var found = new ArrayList<Bytes>();
    int start = -1;
    for (int line = body.from(); line < body.to(); line = body.nextLine(line)) {
      var kind = Delimiter.at(body, line, delimiter);
      if (kind == Delimiter.NONE) {
        continue;
      }
      if (start >= 0) {
        found.add(body.sub(start, Math.max(start, body.beforeLineEnd(line))));
      }
      if (found.size() > limits.maxParts()) {
        throw new LimitBroken(Limit.PARTS);
      }
      start = body.nextLine(line);
      if (kind == Delimiter.CLOSE) {
        return found;
      }
    }
    if (start >= 0 && start < body.to()) {
      found.add(body.sub(start, body.to()));
    }
    return found;
  }

  private static int longestLine(byte[] raw) {
    int longest = 0;
    int start = 0;
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '\n') {
        longest = Math.max(longest, i - start - (i > start && raw[i - 1] == '\r' ? 1 : 0));
        start = i + 1;
      }
    }
    return Math.max(longest, raw.length - start);
  }

  private enum Delimiter {
    NONE,
    NEXT,
    CLOSE;

    // RFC 2046 section 5.1.1: the whole line must match, so that one boundary may begin like
    // another.
    static Delimiter at(Bytes body, int line, byte[] delimiter) {
      int end = line + delimiter.length;
      if (end > body.to()
          || !Arrays.equals(body.array(), line, end, delimiter, 0, delimiter.length)) {
        return NONE;
      }
      boolean close =
          end + 1 < body.to() && body.array()[end] == '-' && body.array()[end + 1] == '-';
      for (int i = close ? end + 2 : end; i < body.to() && body.array()[i] != '\n'; i++) {
        byte b = body.array()[i];
        if (b != ' ' && b != '\t' && b != '\r') {
          return NONE;
        }
      }
      return close ? CLOSE : NEXT;
    }
  }

  /** Leaves the recursion at once; never seen outside {@link #read}. */
  static final class LimitBroken extends Exception {
    private static final long serialVersionUID = 1;

    private final Limit which;

    LimitBroken(Limit which) {
      super(null, null, false, false);
      this.which = which;
    }
  }
}
