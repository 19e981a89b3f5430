package postern.delivery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipInputStream;

/**
 * What is packed within a file: zip and what is made of it, gzip, and zlib streams as PDF and PNG
 * hold them.
 */
final class Unpacker {
  private static final int MAX_BYTES = 200 << 20;
  private static final int MAX_ENTRIES = 10_000;
  private static final int MAX_DEPTH = 4;

  private final List<byte[]> found = new ArrayList<>();
  private long left = MAX_BYTES;
  private int entries;

  private Unpacker() {}

  /** Each packed thing, and the names of packed files. What is locked or broken stays packed. */
  static List<byte[]> unpack(byte[] file) {
    var unpacker = new Unpacker();
    unpacker.unpack(file, 0);
    return unpacker.found;
  }

  private void unpack(byte[] file, int depth) {
    if (depth > MAX_DEPTH || file.length < 4) {
      return;
    }
    int first = (file[0] & 0xff) << 8 | file[1] & 0xff;
    if (first == 0x504b) {
      zip(file, depth);
    } else if (first == 0x1f8b) {
      whole(file, depth);
    } else if (first == 0x2550 || first == 0x8950) {
      streams(file);
    }
  }

  private void zip(byte[] file, int depth) {
    try (var zip =
        new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.ISO_8859_1)) {
      for (var entry = zip.getNextEntry();
          entry != null && ++entries < MAX_ENTRIES;
          entry = zip.getNextEntry()) {
        found.add(entry.getName().getBytes(StandardCharsets.ISO_8859_1));
        take(zip, depth);
      }
    } catch (IOException | IllegalArgumentException locked) {
      return;
    }
  }

  private void whole(byte[] file, int depth) {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(file))) {
      take(gzip, depth);
    } catch (IOException broken) {
      return;
    }
  }

  // A zlib stream begins with 78; wherever one opens, we look into it.
  private void streams(byte[] file) {
    for (int at = 0; at + 2 < file.length; at++) {
      boolean opens = file[at] == 0x78 && ((file[at] & 0xff) << 8 | file[at + 1] & 0xff) % 31 == 0;
      if (opens && left > 0) {
        var in = new InflaterInputStream(new ByteArrayInputStream(file, at, file.length - at));
        found.add(read(in));
      }
    }
  }

  private void take(InputStream in, int depth) {
    var bytes = read(in);
    found.add(bytes);
    unpack(bytes, depth + 1);
  }

  private byte[] read(InputStream in) {
    var out = new ByteArrayOutputStream();
    var buffer = new byte[1 << 14];
    try {
      for (int read = in.read(buffer); read > 0 && left > 0; read = in.read(buffer)) {
        left -= read;
        out.write(buffer, 0, read);
      }
    } catch (IOException broken) {
      // What came before it broke is looked at all the same.
      left -= 1;
    }
    return out.toByteArray();
  }
}
