package postern;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Rooms and arrows as text: a row imports the columns that are marked. */
public final class Matrix {
  private Matrix() {}

  /** One line for each room, with the numbers of the rooms above its columns. */
  public static String of(List<String> rooms, Map<String, SortedSet<String>> arrows) {
    var text = new StringBuilder(" ".repeat(17));
    for (int column = 1; column <= rooms.size(); column++) {
      text.append("%3d".formatted(column));
    }
    text.append('\n');
    for (int row = 0; row < rooms.size(); row++) {
      Set<String> imports = arrows.getOrDefault(rooms.get(row), new TreeSet<>());
      text.append("%2d  %-13s".formatted(row + 1, rooms.get(row)));
      for (int column = 0; column < rooms.size(); column++) {
        text.append("  ").append(mark(row == column, imports.contains(rooms.get(column))));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String mark(boolean itself, boolean imported) {
    if (itself) {
      return "\\";
    }
    return imported ? "x" : ".";
  }
}
