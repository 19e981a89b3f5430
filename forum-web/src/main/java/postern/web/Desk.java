package postern.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Instant;
import java.util.Optional;
import postern.Forum;
import postern.kernel.Viewer;
import postern.threads.Reading;

/** What every resource of a page works with. */
public record Desk(Forum forum, Visits visits, Answers answers, People people) {
  public Visit visit(ContainerRequestContext request) {
    return visits.of(request);
  }

  /** What members have read, bookmarked and begun to write. */
  public Reading reading() {
    return forum.discussions().reading();
  }

  /**
   * Notes that a member reads now, and says when they last did before this visit. Not for what a
   * script asks by itself: an open page would make a visit last for ever.
   */
  public Optional<Instant> arrive(Visit visit) {
    return visit.viewer() instanceof Viewer.Member member
        ? reading().marks().arrive(member)
        : Optional.empty();
  }
}
