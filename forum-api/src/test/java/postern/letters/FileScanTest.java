package postern.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.letters.FileScan.Outcome.CLEAN;
import static postern.letters.FileScan.Outcome.FOUND;
import static postern.letters.FileScan.Outcome.TOO_LARGE_TO_CHECK;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class FileScanTest {
  @Test
  void findsTheAddressHoweverTheFileIsPacked() throws IOException {
    assertThat(scan(bytes("x ada@home.example x"))).isEqualTo(FOUND);
    assertThat(scan("Mail: ada@home.example".getBytes(StandardCharsets.UTF_16LE))).isEqualTo(FOUND);
    assertThat(
            scan(
                zip(
                    "word/document.xml",
                    bytes("<w:t>ada@ho</w:t></w:r><w:r><w:t>me.example</w:t>"))))
        .isEqualTo(FOUND);
    assertThat(scan(zip("ada@home.example.txt", bytes("x")))).isEqualTo(FOUND);
    assertThat(scan(zip("a.zip", zip("b.txt", bytes("ada@home.example"))))).isEqualTo(FOUND);
    assertThat(scan(gzip(bytes("ada@home.example")))).isEqualTo(FOUND);
    assertThat(scan(pdf("BT [(ad) -20 (a@home) 3 (.example)] TJ ET"))).isEqualTo(FOUND);
    assertThat(scan(pdf("BT <61646140686f6d652e6578616d706c65> Tj ET"))).isEqualTo(FOUND);
    assertThat(scan(bytes("%PDF-1.4 /Author (ada@home.example)"))).isEqualTo(FOUND);
  }

  @Test
  void findsNothingWhereNothingIs() throws IOException {
    assertThat(scan(zip("a.txt", bytes("bea@home.example")))).isEqualTo(CLEAN);
    assertThat(scan(pdf("BT (Hello) Tj ET"))).isEqualTo(CLEAN);
    assertThat(scan(new byte[] {'P', 'K', 3, 4, 0})).isEqualTo(CLEAN);
    assertThat(scan(new byte[] {0x1f, (byte) 0x8b, 0})).isEqualTo(CLEAN);
    assertThat(scan(new byte[0])).isEqualTo(CLEAN);
  }

  @Test
  void findsItWhereTwoStretchesOfALongFileMeet() {
    for (int before : new int[] {262_140, 262_144, 260_090, 524_000}) {
      var text = " ".repeat(before) + "ada@home.example" + " ".repeat(300_000);
      assertThat(scan(bytes(text))).as("after %d", before).isEqualTo(FOUND);
    }
  }

  @Test
  void doesNotPassWhatUnpacksBeyondTheBound() throws IOException {
    assertThat(scan(zip("bomb", new byte[3 << 20]))).isEqualTo(TOO_LARGE_TO_CHECK);
    assertThat(scan(gzip(new byte[3 << 20]))).isEqualTo(TOO_LARGE_TO_CHECK);
    var nested = bytes("x");
    for (int i = 0; i < 8; i++) {
      nested = zip("n.zip", nested);
    }
    assertThat(scan(nested)).isEqualTo(TOO_LARGE_TO_CHECK);
    var streams = new ByteArrayOutputStream();
    streams.writeBytes(bytes("%PDF-1.4\n"));
    var packed = deflated(new byte[1 << 19]);
    for (int i = 0; i < 5; i++) {
      streams.writeBytes(bytes("stream\n"));
      streams.writeBytes(packed);
    }
    assertThat(scan(streams.toByteArray())).isEqualTo(TOO_LARGE_TO_CHECK);
  }

  private static FileScan.Outcome scan(byte[] file) {
    return FileScan.of(Arrays.copyOf(file, file.length), ComposeFixture.scrub(), 2 << 20);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] pdf(String drawing) throws IOException {
    var out = new ByteArrayOutputStream();
    out.writeBytes(bytes("%PDF-1.4\n1 0 obj << /Filter /FlateDecode >>\nstream\r\n"));
    out.writeBytes(deflated(bytes(drawing)));
    out.writeBytes(bytes("\nendstream\nendobj"));
    return out.toByteArray();
  }

  private static byte[] deflated(byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(out)) {
      deflater.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }
}
