package postern.web.moderation;

import java.util.List;
import java.util.Optional;
import postern.threads.SafeHtml;
import postern.web.Link;
import postern.web.MemberName;
import postern.web.When;

/**
 * Something that waits, as a moderator sees it.
 *
 * @param href {@code /moderation/queue/{id}}
 * @param what why it waits, in words: flagged by how many, held, answered
 * @param place the thread, and where in it the post stands
 * @param html the post; empty for an answer to a decision about no post
 * @param said what those who flagged said, never who
 * @param answer what the member answered, and to what
 * @param record who wrote it: since when, how many posts, standing
 * @param earlier what was decided about them before
 */
public record ItemView(
    String id,
    String href,
    String what,
    MemberName author,
    When at,
    Optional<Link> place,
    Optional<SafeHtml> html,
    List<String> said,
    Optional<Answer> answer,
    List<String> record,
    List<DecisionView> earlier) {
  public ItemView {
    said = List.copyOf(said);
    record = List.copyOf(record);
    earlier = List.copyOf(earlier);
  }

  public boolean hasSaid() {
    return !said.isEmpty();
  }

  public boolean hasEarlier() {
    return !earlier.isEmpty();
  }

  /** What a member answered to a decision. */
  public record Answer(DecisionView decision, String words) {}
}
