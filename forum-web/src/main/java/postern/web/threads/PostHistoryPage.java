package postern.web.threads;

import java.util.List;
import postern.threads.WordDiff;
import postern.web.Frame;
import postern.web.MemberName;
import postern.web.PageModel;
import postern.web.When;

/**
 * {@code GET /p/{id}/history}: the versions of a post, the newest first, each with what changed in
 * words.
 *
 * @param threadTitle the thread it stands in
 * @param permalink {@code /p/{id}}
 */
public record PostHistoryPage(
    Frame frame, String threadTitle, String permalink, MemberName author, List<Version> versions)
    implements PageModel {
  public PostHistoryPage {
    versions = List.copyOf(versions);
  }

  /**
   * One version.
   *
   * @param by who made it
   * @param words its text against the version before; for the first version all of it is the same
   */
  public record Version(long number, MemberName by, When at, List<Words> words) {}

  /** A stretch of text. */
  public record Words(String text, boolean added, boolean removed) {
    public static Words of(WordDiff.Segment segment) {
      return new Words(
          segment.text(),
          segment.kind() == WordDiff.Kind.ADDED,
          segment.kind() == WordDiff.Kind.REMOVED);
    }

    public boolean same() {
      return !added && !removed;
    }
  }
}
