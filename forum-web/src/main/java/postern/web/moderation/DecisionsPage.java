package postern.web.moderation;

import java.util.List;
import postern.web.Frame;
import postern.web.PageModel;
import postern.web.Pager;

/** {@code GET /decisions?after=}: what was decided about the member who looks. */
public record DecisionsPage(Frame frame, List<Row> decisions, Pager pager) implements PageModel {
  public DecisionsPage {
    decisions = List.copyOf(decisions);
  }

  @Override
  public boolean secret() {
    return true;
  }

  public boolean hasDecisions() {
    return !decisions.isEmpty();
  }

  /** One decision and the way to it. */
  public record Row(String href, DecisionView decision) {}
}
