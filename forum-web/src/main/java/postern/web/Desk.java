package postern.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import postern.Forum;

/** What every resource of a page works with. */
public record Desk(Forum forum, Visits visits, Answers answers, People people) {
  public Visit visit(ContainerRequestContext request) {
    return visits.of(request);
  }
}
