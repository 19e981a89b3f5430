package postern.boards;

import java.util.Optional;
import java.util.regex.Pattern;
import postern.kernel.Line;

/**
 * What an administrator asks a board to be; not yet checked. Visitors may read, but never write:
 * for {@code reply} and {@code start} they are refused.
 *
 * @param approveFirst how many posts of a new member wait for a moderator first: 0 to 10
 */
public record BoardDraft(
    String slug,
    String title,
    String description,
    Audience read,
    Audience reply,
    Audience start,
    int approveFirst) {
  public static final int LONGEST_SLUG = 40;
  public static final int LONGEST_TITLE = 80;
  public static final int LONGEST_DESCRIPTION = 500;
  public static final int MOST_APPROVED = 10;

  private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

  /** What is wrong with a draft. */
  public enum Fault {
    SLUG,
    TITLE,
    DESCRIPTION,
    /** Nobody, or visitors where something would be written. */
    AUDIENCE,
    GROUP,
    /** Fewer than none, or more than {@link #MOST_APPROVED}. */
    APPROVE_FIRST
  }

  /** A board where nobody waits for a moderator. */
  public BoardDraft(
      String slug,
      String title,
      String description,
      Audience read,
      Audience reply,
      Audience start) {
    this(slug, title, description, read, reply, start, 0);
  }

  Optional<Fault> fault() {
    if (slug == null || !SLUG.matcher(slug).matches()) {
      return Optional.of(Fault.SLUG);
    }
    if (Line.parse(title, LONGEST_TITLE).isEmpty()) {
      return Optional.of(Fault.TITLE);
    }
    if (description == null || !(description.isBlank() || line(description).isPresent())) {
      return Optional.of(Fault.DESCRIPTION);
    }
    if (approveFirst < 0 || approveFirst > MOST_APPROVED) {
      return Optional.of(Fault.APPROVE_FIRST);
    }
    return read == null || !writes(reply) || !writes(start)
        ? Optional.of(Fault.AUDIENCE)
        : Optional.empty();
  }

  BoardDraft tidied() {
    var words = line(description).map(Line::text).orElse("");
    return new BoardDraft(
        slug,
        Line.parse(title, LONGEST_TITLE).orElseThrow().text(),
        words,
        read,
        reply,
        start,
        approveFirst);
  }

  private static Optional<Line> line(String description) {
    return Line.parse(description, LONGEST_DESCRIPTION);
  }

  private static boolean writes(Audience audience) {
    return audience != null && !(audience instanceof Audience.Visitors);
  }
}
