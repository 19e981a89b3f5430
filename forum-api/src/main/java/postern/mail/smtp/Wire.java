package postern.mail.smtp;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * A connection with one absolute deadline at a time. A socket's own time-out starts anew with every
 * byte, so a peer that sends one byte at a time would never meet it; and it does not know writing.
 * The deadline here is met by whoever reads, and for TLS records and blocked writes by a sweeper
 * that looks at {@link #late()}.
 */
final class Wire implements Closeable {
  /** The peer took longer than it may. */
  static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** The server stops, and nothing of a message was in hand. */
  static final class Stopping extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** What came up to the next CRLF. */
  sealed interface Line {
    record Of(byte[] bytes) implements Line {}

    record TooLong() implements Line {}

    record BareNewline() implements Line {}

    record End() implements Line {}
  }

  /** How often a waiting thread looks whether the server stops. */
  private static final int GLANCE_MILLIS = 250;

  /** The sweeper leaves the reader this long to say goodbye by itself. */
  private static final long SWEEP_AFTER_NANOS = Duration.ofSeconds(2).toNanos();

  private static final Duration GOODBYE = Duration.ofSeconds(1);

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[8192];
  private int next;
  private int end;
  private volatile long deadline;
  private volatile boolean timed;

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = new BufferedOutputStream(socket.getOutputStream(), 8192);
  }

  Socket socket() {
    return socket;
  }

  /** From now on, this long for what comes next. */
  void allow(Duration time) {
    until(System.nanoTime() + time.toNanos());
  }

  void until(long nanos) {
    deadline = nanos;
    timed = true;
  }

  /** The time belongs to us, not to the peer. */
  void suspend() {
    timed = false;
  }

  boolean late() {
    return timed && System.nanoTime() - deadline > SWEEP_AFTER_NANOS;
  }

  /** True when the peer has sent more than was read. */
  boolean pending() throws IOException {
    return next < end || in.available() > 0;
  }

  /** True when the peer talks, or leaves, within this time. */
  boolean talksWithin(Duration time) throws IOException {
    if (pending() || time.isZero()) {
      return pending();
    }
    try {
      allow(time);
      fill(() -> false);
      return true;
    } catch (TooSlow silent) {
      return false;
    }
  }

  /**
   * Reads to CRLF. A longer line is read too, but not kept; after a bare LF nothing can be told any
   * more.
   */
  Line line(int longest, BooleanSupplier stopping) throws IOException {
    var line = new ByteArrayOutputStream(128);
    boolean tooLong = false;
    int previous = -1;
    while (true) {
      if (next == end && !fill(stopping)) {
        return new Line.End();
      }
      int octet = buffer[next++] & 0xff;
      if (octet == '\n') {
        return previous != '\r'
            ? new Line.BareNewline()
            : tooLong ? new Line.TooLong() : chopped(line);
      }
      tooLong |= line.size() >= longest - 1;
      if (!tooLong) {
        line.write(octet);
      }
      previous = octet;
    }
  }

  /**
   * The bytes that are at hand, waiting for some when there are none; false at the end of the
   * stream.
   */
  boolean await() throws IOException {
    return next < end || fill(() -> false);
  }

  byte[] buffer() {
    return buffer;
  }

  int next() {
    return next;
  }

  int end() {
    return end;
  }

  void consumed(int upTo) {
    next = upTo;
  }

  void write(String line) throws IOException {
    write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  void flush() throws IOException {
    out.flush();
  }

  /**
   * Says goodbye so that the peer can read it: closing on unread input would throw our last answer
   * away.
   */
  void linger() throws IOException {
    allow(GOODBYE);
    out.flush();
    socket.shutdownOutput();
    next = end;
    while (fill(() -> false)) {
      next = end;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private boolean fill(BooleanSupplier stopping) throws IOException {
    out.flush();
    while (true) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new TooSlow();
      }
      if (stopping.getAsBoolean()) {
        throw new Stopping();
      }
      socket.setSoTimeout((int) Math.min(left, GLANCE_MILLIS));
      try {
        int count = in.read(buffer);
        next = 0;
        end = Math.max(count, 0);
        return count > 0;
      } catch (SocketTimeoutException glance) {
        // Look again whether there is time left.
      }
    }
  }

  private static Line chopped(ByteArrayOutputStream line) {
    byte[] bytes = line.toByteArray();
    return new Line.Of(Arrays.copyOf(bytes, bytes.length - 1));
  }
}
