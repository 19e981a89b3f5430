package postern.web.admin;

import java.util.List;
import postern.web.Frame;
import postern.web.Link;

/**
 * {@code GET /admin}: a few figures, and what needs a hand.
 *
 * @param needsHand sentences with the way to where it can be mended; empty when all is well
 */
public record OverviewPage(Frame frame, List<Figure> figures, List<Link> needsHand)
    implements AdminModel {
  public OverviewPage {
    figures = List.copyOf(figures);
    needsHand = List.copyOf(needsHand);
  }

  @Override
  public AdminPart part() {
    return AdminPart.OVERVIEW;
  }

  public boolean allWell() {
    return needsHand.isEmpty();
  }

  /** One figure and what it counts. */
  public record Figure(String figure, String what) {}
}
