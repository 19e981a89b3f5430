package postern.mail.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fields of a report's machine-readable part, in its groups. */
final class ReportFields {
  private ReportFields() {}

  /** Names in lower case, the first of each name; groups are parted by empty lines. */
  static List<Map<String, String>> groups(String text) {
    var groups = new ArrayList<Map<String, String>>();
    Map<String, String> group = new HashMap<>();
    var field = new StringBuilder();
    for (var line : (text + "\n\n").split("\n", -1)) {
      boolean folded = !field.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"));
      if (folded && !line.isBlank()) {
        field.append(' ').append(line.strip());
        continue;
      }
      put(group, field.toString());
      field.setLength(0);
      field.append(line.strip());
      if (line.isBlank() && !group.isEmpty()) {
        groups.add(group);
        group = new HashMap<>();
      }
    }
    return groups;
  }

  private static void put(Map<String, String> group, String field) {
    int colon = field.indexOf(':');
    if (colon > 0) {
      group.putIfAbsent(
          field.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          field.substring(colon + 1).strip());
    }
  }
}
