package postern.web.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import postern.http.Access;
import postern.http.Who;
import postern.jobs.JobCount;
import postern.kernel.Scope;
import postern.threads.ThreadLists.BoardCount;
import postern.web.Count;
import postern.web.Desk;
import postern.web.Link;
import postern.web.PageWriter;
import postern.web.Visit;

/** A few figures, and what needs a hand. */
@Path("/admin")
@Produces(PageWriter.HTML)
public final class OverviewResource {
  private static final String GIVEN_UP = "GIVEN_UP";
  private static final int MOST_REPORTS = 100;

  private final Desk desk;

  OverviewResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response overview(@Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var boards = desk.forum().discussions().threadLists().boards(visit.viewer()).values();
    var jobs = desk.forum().foundation().jobs().counts();
    var figures =
        List.of(
            figure(Count.of(desk.forum().accounts().count(), "member", "members")),
            figure(Count.of(boards.size(), "board", "boards")),
            figure(Count.threads(boards.stream().mapToLong(BoardCount::threads).sum())),
            figure(Count.posts(boards.stream().mapToLong(BoardCount::posts).sum())),
            figure(Count.of(jobs(jobs, false), "job waiting", "jobs waiting")),
            figure(Count.of(jobs(jobs, true), "job given up", "jobs given up")));
    return desk.answers()
        .page(
            new OverviewPage(
                AdminFrames.of(visit, "Administration"),
                figures,
                needsHand(visit, boards.isEmpty(), jobs(jobs, true)),
                new Health(desk.forum()).lines(),
                kinds(jobs)));
  }

  private List<Link> needsHand(Visit visit, boolean noBoards, long givenUp) {
    var links = new ArrayList<Link>();
    if (noBoards) {
      links.add(new Link("There are no boards yet. Make the first one.", "/admin/boards/new"));
    }
    if (givenUp > 0) {
      var words = Count.of(givenUp, "job was given up.", "jobs were given up.").words();
      links.add(new Link(words + " Look why, and try again.", "/admin/jobs"));
    }
    int reports = desk.forum().letters().reports().open(visit.member(), MOST_REPORTS).size();
    if (reports > 0) {
      var words = Count.of(reports, "letter was reported.", "letters were reported.").words();
      links.add(new Link(words, "/moderation/letters"));
    }
    if (new Health(desk.forum()).littleDisk()) {
      links.add(new Link("The disk fills up: less than 1 GB is free.", "/admin"));
    }
    if (visit.site().contact().isEmpty()) {
      links.add(
          new Link(
              "Nobody can reach you: the settings name no contact. See what is missing.",
              "/privacy"));
    }
    return links;
  }

  private static List<OverviewPage.Kind> kinds(List<JobCount> counts) {
    var kinds = new TreeMap<String, OverviewPage.Kind>();
    for (var count : counts) {
      long givenUp = count.state().equals(GIVEN_UP) ? count.number() : 0;
      var kind = new OverviewPage.Kind(count.kind(), count.number() - givenUp, givenUp);
      kinds.merge(
          count.kind(),
          kind,
          (one, other) ->
              new OverviewPage.Kind(
                  one.kind(), one.waiting() + other.waiting(), one.givenUp() + other.givenUp()));
    }
    return List.copyOf(kinds.values());
  }

  private static long jobs(List<JobCount> counts, boolean givenUp) {
    return counts.stream()
        .filter(count -> count.state().equals(GIVEN_UP) == givenUp)
        .mapToLong(JobCount::number)
        .sum();
  }

  private static OverviewPage.Figure figure(Count count) {
    return new OverviewPage.Figure(count.figure(), count.noun());
  }
}
