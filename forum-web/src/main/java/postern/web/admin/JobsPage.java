package postern.web.admin;

import java.util.List;
import java.util.Optional;
import postern.web.Frame;
import postern.web.Pager;
import postern.web.When;
import postern.web.boards.ListLink;

/**
 * {@code GET /admin/jobs?state=&after=}: what the forum does later, without what is in it.
 *
 * @param counts how many there are of each kind in each state
 */
public record JobsPage(
    Frame frame, List<Tally> counts, List<ListLink> states, List<Job> jobs, Pager pager)
    implements AdminModel {
  public JobsPage {
    counts = List.copyOf(counts);
    states = List.copyOf(states);
    jobs = List.copyOf(jobs);
  }

  @Override
  public AdminPart part() {
    return AdminPart.JOBS;
  }

  public boolean hasCounts() {
    return !counts.isEmpty();
  }

  public boolean hasJobs() {
    return !jobs.isEmpty();
  }

  /** How many jobs of a kind are in a state. */
  public record Tally(String kind, String state, String figure) {}

  /**
   * One job.
   *
   * @param lastFailure in a word of our own, never what failed said
   * @param retry {@code /admin/jobs/{id}/retry}, which takes {@code csrf}, for one that gave up
   */
  public record Job(
      String id,
      String kind,
      String state,
      long attempts,
      When runs,
      Optional<String> lastFailure,
      Optional<String> retry) {}
}
