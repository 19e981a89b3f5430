package postern.letters;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Runs of letters and digits that could be base64, hex or a hash, as links and trackers carry them.
 */
record EncodedRun(int from, int to, String text) {
  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/_-]{16,}");
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{12,}");
  private static final int MAX_DECODED = 1 << 16;

  static List<EncodedRun> in(String text) {
    var runs = new ArrayList<EncodedRun>();
    var matcher = RUN.matcher(text);
    while (matcher.find()) {
      int end = matcher.end();
      while (end < text.length() && end < matcher.end() + 2 && text.charAt(end) == '=') {
        end++;
      }
      runs.add(new EncodedRun(matcher.start(), end, matcher.group()));
    }
    return runs;
  }

  /** In a quotation: anybody's address, right or wrong. */
  boolean couldHide(String decoded) {
    return AddressPatterns.FULL_SHAPE.matcher(decoded).find();
  }

  /**
   * What stands in it when it is read as base64 from each of its first four characters, and as hex.
   */
  List<String> decoded() {
    var all = new ArrayList<String>();
    var run = text.length() > MAX_DECODED ? text.substring(0, MAX_DECODED) : text;
    for (int skip = 0; skip < 4; skip++) {
      var piece = run.substring(skip).replace('-', '+').replace('_', '/');
      int whole = piece.length() % 4 == 1 ? piece.length() - 1 : piece.length();
      all.add(
          new String(Base64.getDecoder().decode(piece.substring(0, whole)), StandardCharsets.UTF_8)
              .replace("\0", ""));
    }
    var hexes = HEX.matcher(run);
    while (hexes.find()) {
      for (int skip = 0; skip < 2; skip++) {
        int length = (hexes.group().length() - skip) & ~1;
        var hex = hexes.group().substring(skip, skip + length);
        all.add(new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8).replace("\0", ""));
      }
    }
    return all;
  }
}
