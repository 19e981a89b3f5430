package postern.web.moderation;

import java.util.List;
import java.util.Optional;
import postern.web.Choice;
import postern.web.Field;
import postern.web.Frame;
import postern.web.MemberName;

/**
 * {@code GET /m/{username}/sanctions}. It posts to the same address: {@code csrf}, {@code kind},
 * {@code days}, {@code reason}; and to {@code …/lift}: {@code csrf}, {@code reason}.
 *
 * @param limits what limits them now, in a sentence; it can be lifted
 */
public record SanctionPage(
    Frame frame,
    MemberName member,
    String action,
    Optional<String> limits,
    List<Choice> kinds,
    Field days,
    Field reason,
    List<DecisionView> earlier)
    implements ModerationModel {
  public SanctionPage {
    kinds = List.copyOf(kinds);
    earlier = List.copyOf(earlier);
  }

  @Override
  public ModerationPart part() {
    return ModerationPart.QUEUE;
  }

  public boolean hasEarlier() {
    return !earlier.isEmpty();
  }
}
