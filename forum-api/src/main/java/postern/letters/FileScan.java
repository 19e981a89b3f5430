package postern.letters;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.ZipInputStream;

/**
 * Looks for the sender's addresses in a file: in its bytes, in UTF-16, and in what zip (so docx,
 * xlsx, odt), gzip and PDF hold packed. What is packed beyond the bound is not looked at, so the
 * file must not pass. What is locked by a password stays unread; the sender is told that documents
 * can carry names.
 */
final class FileScan {
  enum Outcome {
    CLEAN,
    FOUND,
    TOO_LARGE_TO_CHECK
  }

  private static final int MAX_ENTRIES = 5000;
  private static final int MAX_DEPTH = 4;
  private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,4000}>");
  private static final Pattern PDF_STRING = Pattern.compile("\\(((?:\\\\.|[^\\\\()]){0,4000})\\)");
  private static final Pattern PDF_HEX = Pattern.compile("<([0-9A-Fa-f\\s]{8,8000})>");

  private final Scrub scrub;
  private long budget;
  private int entries;

  private FileScan(Scrub scrub, long budget) {
    this.scrub = scrub;
    this.budget = budget;
  }

  static Outcome of(byte[] file, Scrub scrub, long maxUnpackedBytes) {
    try {
      return new FileScan(scrub, maxUnpackedBytes).holds(file, 0) ? Outcome.FOUND : Outcome.CLEAN;
    } catch (TooMuch tooMuch) {
      return Outcome.TOO_LARGE_TO_CHECK;
    }
  }

  private boolean holds(byte[] bytes, int depth) throws TooMuch {
    if (holdsText(new String(bytes, StandardCharsets.UTF_8))) {
      return true;
    }
    if (depth > MAX_DEPTH) {
      throw new TooMuch();
    }
    if (startsWith(bytes, 'P', 'K')) {
      return holdsInZip(bytes, depth);
    }
    if (startsWith(bytes, 0x1f, 0x8b)) {
      return holdsInGzip(bytes, depth);
    }
    return startsWith(bytes, '%', 'P', 'D', 'F') && holdsInPdf(bytes);
  }

  // Word processors split one address over several elements, so the text is read without them too.
  private boolean holdsText(String text) {
    boolean bytes = text.indexOf('\0') >= 0;
    var narrow = bytes ? text.replace("\0", "") : text;
    if (scrub.holds(narrow) || bytes && scrub.standsWithin(narrow)) {
      return true;
    }
    return narrow.indexOf('<') >= 0 && scrub.holds(MARKUP.matcher(narrow).replaceAll(""));
  }

  private boolean holdsInZip(byte[] bytes, int depth) throws TooMuch {
    try (var zip =
        new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MAX_ENTRIES) {
          throw new TooMuch();
        }
        var name =
            new String(
                entry.getName().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        if (scrub.holds(name) || holds(unpacked(zip), depth + 1)) {
          return true;
        }
      }
      return false;
    } catch (IOException | IllegalArgumentException lockedOrBroken) {
      return false;
    }
  }

  private boolean holdsInGzip(byte[] bytes, int depth) throws TooMuch {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return holds(unpacked(gzip), depth + 1);
    } catch (IOException broken) {
      return false;
    }
  }

  private byte[] unpacked(InputStream in) throws IOException, TooMuch {
    var out = new ByteArrayOutputStream();
    var buffer = new byte[1 << 14];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      spend(read);
      out.write(buffer, 0, read);
    }
    return out.toByteArray();
  }

  private boolean holdsInPdf(byte[] bytes) throws TooMuch {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (int at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
      int start = at + 6;
      while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
        start++;
      }
      boolean opens = at < 3 || !text.startsWith("end", at - 3);
      if (opens && holdsInPdfText(inflated(bytes, start))) {
        return true;
      }
    }
    return holdsInPdfText(text);
  }

  // Text is drawn in pieces: [(ad) -20 (a@home)] TJ, or in hex.
  private boolean holdsInPdfText(String text) {
    var drawn = new StringBuilder();
    var strings = PDF_STRING.matcher(text);
    while (strings.find()) {
      drawn.append(strings.group(1).replaceAll("\\\\([()\\\\])", "$1"));
    }
    var hex = new StringBuilder();
    var hexes = PDF_HEX.matcher(text);
    while (hexes.find()) {
      hex.append(hexes.group(1).replaceAll("\\s", "")).append(' ');
    }
    return holdsText(text) || holdsText(drawn.toString()) || holdsText(hex.toString());
  }

  private String inflated(byte[] bytes, int start) throws TooMuch {
    var inflater = new Inflater();
    try {
      inflater.setInput(bytes, start, bytes.length - start);
      var out = new ByteArrayOutputStream();
      var buffer = new byte[1 << 14];
      for (int read = inflater.inflate(buffer); read > 0; read = inflater.inflate(buffer)) {
        spend(read);
        out.write(buffer, 0, read);
      }
      return out.toString(StandardCharsets.ISO_8859_1);
    } catch (DataFormatException otherwisePacked) {
      return "";
    } finally {
      inflater.end();
    }
  }

  private void spend(int bytes) throws TooMuch {
    budget -= bytes;
    if (budget < 0) {
      throw new TooMuch();
    }
  }

  private static boolean startsWith(byte[] bytes, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static final class TooMuch extends Exception {
    private static final long serialVersionUID = 1;

    TooMuch() {
      super(null, null, false, false);
    }
  }
}
