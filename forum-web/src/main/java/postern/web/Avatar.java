package postern.web;

import java.util.ArrayList;
import java.util.List;

/**
 * A member's picture: a small tile pattern, the same on its left and right half, drawn from a
 * random seed. It is never made from an address, since a picture that can be recomputed from a
 * guess would confirm the guess.
 *
 * @param colour which of the style sheet's colours it has, from 0
 * @param shapes what is drawn, as SVG path data in a field of 24 by 24
 */
public record Avatar(int colour, List<Shape> shapes) {
  /** For who is no member. */
  public static final Avatar NOBODY = new Avatar(12, List.of());

  private static final int COLOURS = 12;
  private static final int HALF = 12;
  private static final int CELL = 6;

  public Avatar {
    shapes = List.copyOf(shapes);
  }

  public static Avatar of(long seed) {
    // A seed may be a small number, so its bits are spread first.
    var bits = seed * 0x9E3779B97F4A7C15L;
    bits ^= bits >>> 29;
    bits *= 0xBF58476D1CE4E5B9L;
    bits ^= bits >>> 32;
    var shapes = new ArrayList<Shape>();
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 2; column++) {
        int motif = (int) (bits >>> (6 * (2 * row + column)) & 63);
        add(shapes, column * CELL, row * CELL, motif);
      }
    }
    return new Avatar((int) Math.floorMod(bits >>> 48, (long) COLOURS), shapes);
  }

  private static void add(List<Shape> shapes, int x, int y, int motif) {
    if ((motif & 7) < 5) {
      var tone = (motif & 32) == 0 ? "a" : "b";
      shapes.add(new Shape(tone, path(x, y, motif >> 3 & 3, motif & 7, false)));
      shapes.add(new Shape(tone, path(x, y, motif >> 3 & 3, motif & 7, true)));
    }
  }

  /** A quarter disc with its centre in one corner of the cell, or the whole cell. */
  private static String path(int x, int y, int corner, int kind, boolean mirrored) {
    int left = mirrored ? 2 * HALF - CELL - x : x;
    boolean right = (corner % 2 == 1) != mirrored;
    boolean low = corner >= 2;
    if (kind == 0) {
      return "M%d %dh%dv%dh-%dz".formatted(left, y, CELL, CELL, CELL);
    }
    int cornerX = right ? left + CELL : left;
    int cornerY = low ? y + CELL : y;
    int toX = right ? left : left + CELL;
    int toY = low ? y : y + CELL;
    int sweep = right == low ? 1 : 0;
    return "M%d %dL%d %dA%d %d 0 0 %d %d %dz"
        .formatted(cornerX, cornerY, toX, cornerY, CELL, CELL, sweep, cornerX, toY);
  }

  /**
   * One shape of the pattern.
   *
   * @param tone {@code a} or {@code b}
   */
  public record Shape(String tone, String path) {}
}
