package postern.mail.smtp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A message while it comes in and is decided: in memory, or beyond a limit in a temporary file. The
 * file is made readable for us alone and loses its name as soon as it is open, so that the disk
 * forgets it on every path, even when the process is killed.
 */
final class Spool implements Content, Closeable {
  private final Path folder;
  private final int inMemory;
  private volatile ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private FileChannel file;
  private OutputStream fileOut;
  private long size;
  private volatile boolean closed;

  Spool(Path folder, int inMemory) {
    this.folder = folder;
    this.inMemory = inMemory;
  }

  void write(byte[] bytes, int from, int count) throws IOException {
    if (file == null && size + count > inMemory) {
      moveToFile();
    }
    (file == null ? memory : fileOut).write(bytes, from, count);
    size += count;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public InputStream open() throws IOException {
    if (closed) {
      throw new IOException("the decision about this message is over");
    }
    return file == null
        ? new ByteArrayInputStream(memory.toByteArray())
        : new FileStream(file, size);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    memory = null;
    if (file != null) {
      file.close();
    }
  }

  private void moveToFile() throws IOException {
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var path = Files.createTempFile(folder, "incoming-", ".eml", owner);
    try {
      file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } finally {
      Files.delete(path);
    }
    fileOut = Channels.newOutputStream(file);
    memory.writeTo(fileOut);
    memory = new ByteArrayOutputStream(0);
  }

  /** Reads at its own place, so that several streams can stand side by side. */
  private static final class FileStream extends InputStream {
    private final FileChannel file;
    private final long size;
    private long at;

    FileStream(FileChannel file, long size) {
      this.file = file;
      this.size = size;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      if (count == 0) {
        return 0;
      }
      if (at >= size) {
        return -1;
      }
      int read = file.read(ByteBuffer.wrap(bytes, from, (int) Math.min(count, size - at)), at);
      at += Math.max(read, 0);
      return read;
    }
  }
}
