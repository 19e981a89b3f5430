package postern.http;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;

/** Where a list goes on: the key of its last row, for lists in order of time and then id. */
public record Cursor(Instant at, long id) {
  private static final int LENGTH = Long.BYTES + Integer.BYTES + Long.BYTES;

  public String text() {
    var bytes =
        ByteBuffer.allocate(LENGTH)
            .putLong(at.getEpochSecond())
            .putInt(at.getNano())
            .putLong(id)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Reads the query parameter {@code after}; null when it is absent. Anything that we did not write
   * is refused with 400.
   */
  public static Cursor parse(String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length == LENGTH) {
        var buffer = ByteBuffer.wrap(bytes);
        var at = Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
        if (at.isAfter(Instant.parse("1900-01-01T00:00:00Z"))
            && at.isBefore(Instant.parse("3000-01-01T00:00:00Z"))) {
          return new Cursor(at, buffer.getLong());
        }
      }
    } catch (IllegalArgumentException | java.time.DateTimeException notOurs) {
      // Refused below, like every other text that is no cursor.
    }
    throw Problem.of(
            400, "bad-cursor", "The parameter 'after' is not a cursor that this list gave.")
        .thrown();
  }
}
