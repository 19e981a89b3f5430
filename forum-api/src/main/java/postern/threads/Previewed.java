package postern.threads;

import java.time.Duration;

/** How a preview ended. */
public sealed interface Previewed {
  record Shown(SafeHtml html) implements Previewed {}

  record NotAllowed() implements Previewed {}

  record BadBody(TextFault fault) implements Previewed {}

  record TooSoon(Duration retryAfter) implements Previewed {}
}
