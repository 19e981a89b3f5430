package postern.http;

import java.util.List;
import java.util.function.Function;
import postern.kernel.Slice;

/** A list as the JSON API writes it. */
public record Listing<T>(List<T> items, String next) {
  public static final int DEFAULT_LIMIT = 20;
  public static final int MAX_LIMIT = 100;

  public static <R, T> Listing<T> of(Slice<R> slice, Function<R, T> item, Function<R, Cursor> key) {
    var rows = slice.rows();
    return new Listing<>(
        rows.stream().map(item).toList(), slice.more() ? key.apply(rows.getLast()).text() : null);
  }

  /** Reads the query parameter {@code limit}: 1 to 100, 20 when absent; else 400. */
  public static int limit(String text) {
    if (text == null || text.isEmpty()) {
      return DEFAULT_LIMIT;
    }
    if (text.matches("[1-9][0-9]{0,2}") && Integer.parseInt(text) <= MAX_LIMIT) {
      return Integer.parseInt(text);
    }
    throw Problem.of(400, "bad-limit", "The parameter 'limit' is a number from 1 to 100.").thrown();
  }
}
