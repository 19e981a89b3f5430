package postern.web.admin;

import java.util.List;
import postern.web.Frame;
import postern.web.Link;

/**
 * {@code GET /admin}: a few figures, and what needs a hand.
 *
 * @param health how this node is, in sentences
 * @param jobs what waits to be done and what was given up, by kind
 * @param needsHand sentences with the way to where it can be mended; empty when all is well
 */
public record OverviewPage(
    Frame frame, List<Figure> figures, List<Link> needsHand, List<Line> health, List<Kind> jobs)
    implements AdminModel {
  public OverviewPage {
    figures = List.copyOf(figures);
    needsHand = List.copyOf(needsHand);
    health = List.copyOf(health);
    jobs = List.copyOf(jobs);
  }

  @Override
  public AdminPart part() {
    return AdminPart.OVERVIEW;
  }

  public boolean allWell() {
    return needsHand.isEmpty();
  }

  public boolean hasJobs() {
    return !jobs.isEmpty();
  }

  /** One part of the house and how it is. */
  public record Line(String part, String words) {}

  /** One kind of job, with how many of it wait and were given up. */
  public record Kind(String kind, long waiting, long givenUp) {}

  /** One figure and what it counts. */
  public record Figure(String figure, String what) {}
}
