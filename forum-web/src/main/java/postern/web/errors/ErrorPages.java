package postern.web.errors;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import postern.http.Problem;
import postern.http.ProblemPages;
import postern.storage.StorageTrouble;
import postern.web.Frame;
import postern.web.Next;
import postern.web.PageWriter;
import postern.web.Pages;
import postern.web.Section;
import postern.web.Site;
import postern.web.Visits;

/**
 * Shows a problem as a page. Who only has to sign in is led there and back. A page that cannot be
 * made with what stands around it, because the database is away, is made without.
 */
public final class ErrorPages implements ProblemPages {
  private final Pages pages;
  private final Site site;
  private final Visits visits;

  public ErrorPages(Pages pages, Site site, Visits visits) {
    this.pages = pages;
    this.site = site;
    this.visits = visits;
  }

  @Override
  public Response page(Problem problem, ContainerRequestContext request) {
    return switch (problem.status()) {
      case 401 -> signIn(request);
      case 405 -> request.getMethod().equals("GET") ? above(request) : shown(problem, request);
      default -> shown(problem, request);
    };
  }

  // Where a form posts there may be no page: who reloads it is led to the page that the form is on.
  private static Response above(ContainerRequestContext request) {
    var path = request.getUriInfo().getRequestUri().getRawPath();
    var page = path.substring(0, Math.max(1, path.lastIndexOf('/')));
    return Response.seeOther(URI.create(page)).build();
  }

  private static Response signIn(ContainerRequestContext request) {
    var uri = request.getUriInfo().getRequestUri();
    var query = uri.getRawQuery();
    var wanted = uri.getRawPath() + (query == null ? "" : "?" + query);
    // What a form held is lost with the session, so it leads to a page that can be read.
    var next = request.getMethod().equals("GET") ? wanted : "/";
    return Response.seeOther(URI.create(Next.signIn(next)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private Response shown(Problem problem, ContainerRequestContext request) {
    var page =
        new ErrorPage(
            frame(problem, request),
            problem.status(),
            sentence(problem),
            incident(problem),
            ErrorPage.waysFrom(problem.status()));
    var answer =
        Response.status(problem.status())
            .type(PageWriter.HTML)
            .entity(pages.html(page))
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (problem.members().get(Problem.RETRY_AFTER) instanceof Long seconds) {
      answer.header(HttpHeaders.RETRY_AFTER, seconds);
    }
    return answer.build();
  }

  private Frame frame(Problem problem, ContainerRequestContext request) {
    var heading = ErrorPage.titleOf(problem.status());
    if (problem.status() == 421 || problem.status() >= 500) {
      return Frame.plain(site, heading, "/");
    }
    try {
      return visits.of(request).frame(heading, Section.NONE);
    } catch (StorageTrouble away) {
      return Frame.plain(site, heading, "/");
    }
  }

  private static String sentence(Problem problem) {
    return switch (problem.status()) {
      case 404 -> "The address leads nowhere, or to something that is not for you to see.";
      case 500 -> "It was not your doing, and nothing that was kept is lost. Try again in a while.";
      default ->
          problem.members().get(Problem.RETRY_AFTER) instanceof Long seconds
              ? problem.detail() + " It is worth trying again " + in(seconds) + "."
              : problem.detail();
    };
  }

  private static String in(long seconds) {
    long minutes = (seconds + 59) / 60;
    if (seconds <= 90) {
      return "in " + seconds + " seconds";
    }
    return minutes <= 90 ? "in " + minutes + " minutes" : "in " + (minutes + 59) / 60 + " hours";
  }

  private static Optional<String> incident(Problem problem) {
    return problem.members().get("incident") instanceof String number
        ? Optional.of(number)
        : Optional.empty();
  }
}
