package postern.letters;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture decoded and encoded again, so that nothing but its pixels passes: no place, no camera,
 * no name. A moving one keeps its first image.
 */
final class Picture {
  private static final Set<String> KNOWN = Set.of("jpeg", "png", "gif", "bmp", "tiff", "tif");
  private static final float QUALITY = 0.9f;

  sealed interface Remade {
    record Clean(String mediaType, String ending, byte[] bytes) implements Remade {}

    record TooLarge() implements Remade {}

    record Unreadable() implements Remade {}
  }

  private Picture() {}

  /** True when the bytes begin like a picture that we can read, whatever they are called. */
  static boolean looksLikeOne(byte[] bytes) {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      return reader(in).isPresent();
    } catch (IOException | RuntimeException unreadable) {
      return false;
    }
  }

  static Remade remake(byte[] bytes, long maxPixels) {
    // Decoders answer broken pictures with exceptions of every kind; each means the same to us.
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      var reader = reader(in);
      if (reader.isEmpty()) {
        return new Remade.Unreadable();
      }
      try {
        reader.get().setInput(in, true, true);
        if ((long) reader.get().getWidth(0) * reader.get().getHeight(0) > maxPixels) {
          return new Remade.TooLarge();
        }
        boolean jpeg = format(reader.get()).equals("jpeg");
        var image = reader.get().read(0);
        return jpeg ? jpeg(upright(image, Exif.orientation(bytes))) : png(image);
      } finally {
        reader.get().dispose();
      }
    } catch (IOException | RuntimeException broken) {
      return new Remade.Unreadable();
    }
  }

  private static Optional<ImageReader> reader(MemoryCacheImageInputStream in) throws IOException {
    var readers = ImageIO.getImageReaders(in);
    while (readers.hasNext()) {
      var reader = readers.next();
      if (KNOWN.contains(format(reader))) {
        return Optional.of(reader);
      }
    }
    return Optional.empty();
  }

  private static String format(ImageReader reader) throws IOException {
    return reader.getFormatName().toLowerCase(Locale.ROOT);
  }

  private static Remade png(BufferedImage image) throws IOException {
    var out = new ByteArrayOutputStream();
    // The image alone, without the metadata that came with it.
    return ImageIO.write(image, "png", out)
        ? new Remade.Clean("image/png", ".png", out.toByteArray())
        : new Remade.Unreadable();
  }

  private static Remade jpeg(BufferedImage image) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return new Remade.Clean("image/jpeg", ".jpg", out.toByteArray());
  }

  // Without its metadata a photograph would lie on its side, so it is turned before that is
  // dropped.
  private static BufferedImage upright(BufferedImage image, int orientation) {
    if (orientation <= 1 || orientation > 8) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    var turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    boolean lying = orientation >= 5;
    int type =
        image.getType() == BufferedImage.TYPE_CUSTOM ? BufferedImage.TYPE_INT_RGB : image.getType();
    var turned = new BufferedImage(lying ? height : width, lying ? width : height, type);
    var graphics = turned.createGraphics();
    graphics.drawImage(image, turn, null);
    graphics.dispose();
    return turned;
  }
}
