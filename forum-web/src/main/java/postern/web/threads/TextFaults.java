package postern.web.threads;

import java.time.Duration;
import postern.threads.TextFault;

/** Says to a person why a text was not taken. */
public final class TextFaults {
  private TextFaults() {}

  public static String sentence(TextFault fault) {
    return switch (fault) {
      case TextFault.Empty _ -> "Write something first.";
      case TextFault.TooLong(int limit) ->
          "This is longer than %,d characters. Make it shorter, or two posts of it."
              .formatted(limit);
      case TextFault.TooLarge _ ->
          "Its tables or links would make the page too large. Take some of them out.";
    };
  }

  static String title(int limit) {
    return "A title is one line of 1 to %d characters.".formatted(limit);
  }

  static String reason(int limit) {
    return "Give a reason of at most %d characters. Readers see it in the thread.".formatted(limit);
  }

  static String tooSoon(Duration wait) {
    long seconds = Math.max(1, wait.toSeconds());
    return "You wrote a lot just now. Your text is kept here: try again in "
        + (seconds <= 90
            ? seconds + " seconds."
            : seconds <= 5400
                ? (seconds + 59) / 60 + " minutes."
                : (seconds + 3599) / 3600 + " hours.");
  }
}
