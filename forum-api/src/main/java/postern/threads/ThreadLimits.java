package postern.threads;

import java.time.Duration;
import postern.http.Rule;

/**
 * How much and how fast members may write. The rates do not hold for who moderates the board.
 *
 * @param titleCharacters of a thread's title, in code points; a column holds 160
 * @param reasonCharacters of a reason that staff give, in code points; a column holds 500
 * @param markdown what a post's text may cost
 * @param importedCharacters how long an imported post may be, in UTF-16 units
 * @param replies how many replies a member may write
 * @param threads how many threads a member may start
 * @param edits how many edits, deletions and new titles a member may make
 * @param previews how many previews a member may ask for
 */
public record ThreadLimits(
    int titleCharacters,
    int reasonCharacters,
    MarkdownLimits markdown,
    int importedCharacters,
    Rule replies,
    Rule threads,
    Rule edits,
    Rule previews) {
  public ThreadLimits {
    if (titleCharacters < 1
        || titleCharacters > 160
        || reasonCharacters < 1
        || reasonCharacters > 500) {
      throw new IllegalArgumentException("titles have 1 to 160 characters, reasons 1 to 500");
    }
  }

  public static ThreadLimits standard() {
    return new ThreadLimits(
        160,
        500,
        MarkdownLimits.standard(),
        500_000,
        new Rule("replies", 20, Duration.ofMinutes(5)),
        new Rule("threads", 10, Duration.ofHours(1)),
        new Rule("post-edits", 60, Duration.ofMinutes(10)),
        new Rule("previews", 120, Duration.ofMinutes(1)));
  }
}
