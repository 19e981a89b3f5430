package postern.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {
  @Test
  void keepsPixelsAndNothingElse() throws IOException {
    for (var bytes :
        new byte[][] {pngWithAuthor("ada@home.example"), jpegWithComment("ada@home.example")}) {
      var clean = (Picture.Remade.Clean) Picture.remake(bytes, 10_000);
      assertThat(new String(clean.bytes(), StandardCharsets.ISO_8859_1))
          .doesNotContain("ada@home.example");
      var image = ImageIO.read(new ByteArrayInputStream(clean.bytes()));
      assertThat(image.getWidth()).isEqualTo(20);
      assertThat(new Color(image.getRGB(2, 2)).getRed()).isGreaterThan(200);
    }
  }

  @Test
  void turnsAPhotographUprightBeforeItsMetadataIsDropped() throws IOException {
    var lying = jpegWithOrientation(6);
    var clean = (Picture.Remade.Clean) Picture.remake(lying, 10_000);
    var image = ImageIO.read(new ByteArrayInputStream(clean.bytes()));
    assertThat(image.getWidth()).isEqualTo(10);
    assertThat(image.getHeight()).isEqualTo(20);
    // What lay at the left edge is now at the top.
    assertThat(new Color(image.getRGB(5, 2)).getRed()).isGreaterThan(200);
    assertThat(new Color(image.getRGB(5, 17)).getRed()).isLessThan(60);
  }

  @Test
  void refusesTooManyPixelsBeforeDecodingThem() {
    assertThat(Picture.remake(pngWithAuthor("x"), 199)).isInstanceOf(Picture.Remade.TooLarge.class);
    // A header that claims 100,000 by 100,000, with nothing behind it.
    var bomb = pngWithAuthor("x").clone();
    ByteBuffer.wrap(bomb, 16, 8).putInt(100_000).putInt(100_000);
    var crc = new CRC32();
    crc.update(bomb, 12, 17);
    ByteBuffer.wrap(bomb, 29, 4).putInt((int) crc.getValue());
    assertThat(Picture.remake(bomb, 40_000_000)).isInstanceOf(Picture.Remade.TooLarge.class);
  }

  @Test
  void answersBrokenAndUnknownPicturesWithoutThrowing() {
    assertThat(Picture.remake("RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII), 10_000))
        .isInstanceOf(Picture.Remade.Unreadable.class);
    assertThat(Picture.remake("<svg/>".getBytes(StandardCharsets.US_ASCII), 10_000))
        .isInstanceOf(Picture.Remade.Unreadable.class);
    assertThat(Picture.remake(new byte[0], 10_000)).isInstanceOf(Picture.Remade.Unreadable.class);
    var random = new Random(3);
    for (var seed : new byte[][] {pngWithAuthor("x"), jpegWithOrientation(6), gif()}) {
      for (int round = 0; round < 300; round++) {
        var bytes = seed.clone();
        for (int i = 0; i < 5; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        assertThat(Picture.remake(bytes, 1_000_000)).isNotNull();
      }
    }
  }

  static byte[] pngWithAuthor(String author) {
    var png = encoded("png");
    var text = ("Author\0" + author).getBytes(StandardCharsets.ISO_8859_1);
    var chunk =
        ByteBuffer.allocate(12 + text.length)
            .putInt(text.length)
            .put("tEXt".getBytes(StandardCharsets.US_ASCII))
            .put(text);
    var crc = new CRC32();
    crc.update(chunk.array(), 4, 4 + text.length);
    chunk.putInt((int) crc.getValue());
    return inserted(png, 33, chunk.array());
  }

  static byte[] jpegWithComment(String comment) {
    var text = comment.getBytes(StandardCharsets.ISO_8859_1);
    return inserted(
        encoded("jpeg"),
        2,
        ByteBuffer.allocate(4 + text.length)
            .put((byte) 0xff)
            .put((byte) 0xfe)
            .putShort((short) (2 + text.length))
            .put(text)
            .array());
  }

  private static byte[] jpegWithOrientation(int orientation) {
    var exif =
        ByteBuffer.allocate(36)
            .put((byte) 0xff)
            .put((byte) 0xe1)
            .putShort((short) 34)
            .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0);
    return inserted(encoded("jpeg"), 2, exif.array());
  }

  private static byte[] gif() {
    return encoded("gif");
  }

  // 20 by 10, red at the left, black at the right.
  private static byte[] encoded(String format) {
    var image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, 8, 10);
    graphics.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static byte[] inserted(byte[] into, int at, byte[] piece) {
    return ByteBuffer.allocate(into.length + piece.length)
        .put(into, 0, at)
        .put(piece)
        .put(into, at, into.length - at)
        .array();
  }
}
