package postern.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Walks through an mbox file once, octet by octet, and tells where each message stands and what its
 * header is. It holds one header at a time, however large the file and its messages are. A message
 * begins at a From line that stands at the start of the file or behind an empty line; lines end in
 * LF or CRLF.
 */
final class MboxScan {
  /** Told of each message, in order. */
  interface Visitor {
    /**
     * @param header the octets of the header with the empty line behind it, or as many as the limit
     *     allows
     */
    void found(MboxEntry entry, byte[] header) throws IOException;
  }

  // A From line names an address and a date.
  private static final int MAX_FROM_LINE = 1024;

  private final Visitor visitor;
  private final byte[] header;
  private int headerLength;
  private boolean inHeader;

  private final byte[] line = new byte[MAX_FROM_LINE];
  private int lineLength;
  private boolean lineLong;

  private long at;
  private long lineStart;
  private long lineNumber = 1;
  private boolean afterEmpty = true;
  private long beforeEmpty;

  private int number;
  private Place open;
  private Optional<Instant> delivered = Optional.empty();
  private boolean strayText;

  private MboxScan(int maxHeader, Visitor visitor) {
    this.header = new byte[maxHeader];
    this.visitor = visitor;
  }

  /**
   * @return false when there is text before the first From line, which was left out: then it may be
   *     no mbox file
   */
  static boolean read(InputStream file, int maxHeader, Visitor visitor) throws IOException {
    var scan = new MboxScan(maxHeader, visitor);
    var buffer = new byte[1 << 16];
    for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
      for (int i = 0; i < read; i++) {
        scan.octet(buffer[i]);
      }
    }
    scan.end();
    return !scan.strayText;
  }

  private void octet(byte octet) throws IOException {
    at++;
    if (lineLength < line.length) {
      line[lineLength++] = octet;
    } else {
      lineLong = true;
    }
    if (inHeader && headerLength < header.length) {
      header[headerLength++] = octet;
    }
    if (octet == '\n') {
      endOfLine();
    }
  }

  private void endOfLine() throws IOException {
    boolean empty = isEmpty();
    if (afterEmpty && !empty && beginsMessage()) {
      close(open == null ? 0 : Math.max(open.offset(), beforeEmpty));
      begin();
    } else {
      strayText |= open == null && !empty;
      inHeader &= !empty;
    }
    if (empty) {
      beforeEmpty = lineStart;
    }
    afterEmpty = empty;
    lineStart = at;
    lineNumber++;
    lineLength = 0;
    lineLong = false;
  }

  private boolean isEmpty() {
    return lineLength == 1 && line[0] == '\n'
        || lineLength == 2 && line[0] == '\r' && line[1] == '\n'
        || lineLength == 0;
  }

  private boolean beginsMessage() {
    return !lineLong && line[0] == 'F' && line[1] == 'r' && FromLine.is(text());
  }

  private String text() {
    return new String(line, 0, lineLength, StandardCharsets.ISO_8859_1);
  }

  private void begin() {
    // The From line itself went into the collected header of the message before; that is closed.
    delivered = FromLine.date(text());
    open = new Place(++number, at, lineNumber);
    inHeader = true;
    headerLength = 0;
  }

  private void close(long end) throws IOException {
    if (open == null) {
      return;
    }
    int length = (int) Math.min(headerLength, end - open.offset());
    visitor.found(
        new MboxEntry(open, end - open.offset(), delivered), Arrays.copyOf(header, length));
    open = null;
  }

  private void end() throws IOException {
    if (lineLength > 0) {
      endOfLine();
    }
    // The empty line at the end separates; it is not the message's.
    close(afterEmpty && open != null ? Math.max(open.offset(), beforeEmpty) : at);
  }
}
