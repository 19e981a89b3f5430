package postern.letters;

/**
 * The one thing worth reading in a photograph's metadata before it is dropped: which side is up
 * (Exif 2.3, tag 0x0112).
 */
final class Exif {
  private static final int ORIENTATION = 0x0112;

  private Exif() {}

  /** 1 to 8; 1 when nothing says otherwise. */
  static int orientation(byte[] jpeg) {
    int at = 2;
    while (at + 4 < jpeg.length && (jpeg[at] & 0xff) == 0xff) {
      int marker = jpeg[at + 1] & 0xff;
      int length = number(jpeg, at + 2, 2, false);
      if (marker == 0xda || length < 2) {
        return 1;
      }
      boolean exif =
          marker == 0xe1 && at + 10 < jpeg.length && jpeg[at + 4] == 'E' && jpeg[at + 5] == 'x';
      if (exif) {
        return inTiff(jpeg, at + 10, Math.min(jpeg.length, at + 2 + length));
      }
      at += 2 + length;
    }
    return 1;
  }

  private static int inTiff(byte[] bytes, int start, int end) {
    if (start + 8 > end) {
      return 1;
    }
    boolean little = bytes[start] == 'I';
    long directory = start + (number(bytes, start + 4, 4, little) & 0xffffffffL);
    if (directory + 2 > end) {
      return 1;
    }
    int entries = number(bytes, (int) directory, 2, little);
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + 12L * i;
      if (entry + 12 > end) {
        return 1;
      }
      if (number(bytes, (int) entry, 2, little) == ORIENTATION) {
        return number(bytes, (int) entry + 8, 2, little);
      }
    }
    return 1;
  }

  private static int number(byte[] bytes, int at, int size, boolean little) {
    int value = 0;
    for (int i = 0; i < size; i++) {
      value = value << 8 | bytes[little ? at + size - 1 - i : at + i] & 0xff;
    }
    return value;
  }
}
