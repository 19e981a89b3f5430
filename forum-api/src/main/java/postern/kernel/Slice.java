package postern.kernel;

import java.util.List;
import java.util.function.Function;

/** One stretch of a list that is read by key, and whether more follows. */
public record Slice<T>(List<T> rows, boolean more) {
  public Slice {
    rows = List.copyOf(rows);
  }

  /** Cuts a list that was read with one row more than asked for. */
  public static <T> Slice<T> of(List<T> oneMore, int limit) {
    return oneMore.size() > limit
        ? new Slice<>(oneMore.subList(0, limit), true)
        : new Slice<>(oneMore, false);
  }

  public <R> Slice<R> map(Function<T, R> each) {
    return new Slice<>(rows.stream().map(each).toList(), more);
  }
}
