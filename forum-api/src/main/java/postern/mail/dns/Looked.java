package postern.mail.dns;

import java.util.List;

/** What came of a question. */
public sealed interface Looked<T> {
  /** At least one. */
  record Found<T>(List<T> values) implements Looked<T> {
    public Found {
      values = List.copyOf(values);
    }
  }

  /** The name has none, or does not exist; both count as void for SPF (RFC 7208 section 4.6.4). */
  record Nothing<T>() implements Looked<T> {}

  /** Nobody answered in time, or the answer was a failure: to be asked again later. */
  record Away<T>() implements Looked<T> {}
}
