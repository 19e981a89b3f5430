package postern.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** An mbox file that is read twice: once for its headers, then message by message. */
final class MboxFile implements AutoCloseable {
  private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

  private final SeekableByteChannel channel;

  private MboxFile(SeekableByteChannel channel) {
    this.channel = channel;
  }

  static MboxFile open(Path file) throws IOException {
    return new MboxFile(Files.newByteChannel(file));
  }

  long size() throws IOException {
    return channel.size();
  }

  /** See {@link MboxScan#read}. */
  boolean scan(int maxHeader, MboxScan.Visitor visitor) throws IOException {
    channel.position(0);
    return MboxScan.read(Channels.newInputStream(channel), maxHeader, visitor);
  }

  /** The message as it was before the file's writer quoted its From lines (mboxrd). */
  byte[] message(MboxEntry entry) throws IOException {
    channel.position(entry.place().offset());
    var octets = ByteBuffer.allocate(Math.toIntExact(entry.length()));
    while (octets.hasRemaining() && channel.read(octets) >= 0) {
      // Until the message is whole, or the file was cut meanwhile.
    }
    return unquoted(octets.array(), octets.position());
  }

  // In the older mboxo form only ">From " can stand there, which this reads too.
  private static byte[] unquoted(byte[] quoted, int length) {
    var out = new ByteArrayOutputStream(length);
    int start = 0;
    while (start < length) {
      int end = start;
      while (end < length && quoted[end] != '\n') {
        end++;
      }
      end = Math.min(length, end + 1);
      int from = isQuotedFrom(quoted, start, end) ? start + 1 : start;
      out.write(quoted, from, end - from);
      start = end;
    }
    return out.toByteArray();
  }

  private static boolean isQuotedFrom(byte[] octets, int start, int end) {
    int at = start;
    while (at < end && octets[at] == '>') {
      at++;
    }
    if (at == start || end - at < FROM.length) {
      return false;
    }
    for (int i = 0; i < FROM.length; i++) {
      if (octets[at + i] != FROM[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
