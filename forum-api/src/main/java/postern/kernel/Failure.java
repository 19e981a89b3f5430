package postern.kernel;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A failure as a log may show it: classes and places, never messages. Messages of drivers and
 * parsers quote what they were given, and that may hold an address.
 */
public final class Failure {
  private static final int FRAMES = 24;

  private Failure() {}

  public static String trace(Throwable failure) {
    var text = new StringBuilder();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
      text.append(text.isEmpty() ? "" : "\n  caused by ").append(cause.getClass().getName());
      var frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        text.append("\n    at ").append(frames[i]);
      }
    }
    return text.toString();
  }
}
