package postern.web.members;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import postern.accounts.MemberView;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Role;
import postern.kernel.Standing;
import postern.kernel.Username;
import postern.kernel.Viewer;
import postern.web.Count;
import postern.web.Desk;
import postern.web.PageWriter;
import postern.web.People;
import postern.web.Section;
import postern.web.Standings;
import postern.web.Visit;
import postern.web.WhyNot;

/** A member's page: who they are, what they wrote, and whether this viewer sees their address. */
@Path("/m/{username}")
@Produces(PageWriter.HTML)
public final class MemberResource {
  private static final String THREADS = "threads";

  private final Desk desk;
  private final Doors doors;

  MemberResource(Desk desk) {
    this.desk = desk;
    this.doors = new Doors(desk.forum());
  }

  @GET
  @Access(Who.ANYONE)
  public Response member(
      @PathParam("username") String username,
      @QueryParam("show") String show,
      @QueryParam("after") String after,
      @Context ContainerRequestContext asked,
      @Context Request request) {
    var visit = desk.visit(asked);
    var member = found(username);
    var written =
        MemberWriting.of(desk, visit, member, THREADS.equals(show), after == null ? "" : after);
    return username.equals(member.username().text())
        ? desk.answers().readable(visit, request, page(visit, member, written))
        : desk.answers().redirect(href(member));
  }

  private MemberView found(String username) {
    return Username.parse(username)
        .flatMap(desk.forum().accounts()::find)
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  private MemberPage page(Visit visit, MemberView member, MemberWriting written) {
    boolean own = visit.viewer() instanceof Viewer.Member viewer && viewer.id().equals(member.id());
    var door = own ? doors.own(visit, member) : doors.toward(visit, member);
    var why = own ? Optional.<WhyNot>empty() : whyNoLetter(visit, member);
    return new MemberPage(
        visit.frame(member.name(), Section.NONE, written.base()),
        People.name(member),
        member.username().text(),
        visit.when(member.joinedAt()),
        Count.posts(member.posts()),
        standing(visit, member),
        door.postern(),
        door.address(),
        door.since().map(visit::when),
        own || why.isPresent() ? Optional.empty() : Optional.of(href(member) + "/letter"),
        why,
        own,
        limit(visit, member),
        written.views(),
        written.posts(),
        written.threads(),
        written.pager());
  }

  private Optional<String> limit(Visit visit, MemberView member) {
    var offered = desk.forum().moderation().sanctions().offered(visit.viewer(), member);
    return offered.isEmpty() ? Optional.empty() : Optional.of(href(member) + "/sanctions");
  }

  private static Optional<WhyNot> whyNoLetter(Visit visit, MemberView member) {
    if (member.standing() == Standing.SUSPENDED) {
      return Optional.of(WhyNot.of("Letters cannot reach this member now."));
    }
    return visit.guest()
        ? Optional.of(WhyNot.signIn("/m/" + member.username(), "to write a letter."))
        : Standings.whyNotWrite(visit.viewer())
            .map(_ -> WhyNot.of("You cannot write letters just now."));
  }

  /** For those who decided it, or could have. */
  private static Optional<String> standing(Visit visit, MemberView member) {
    boolean staff =
        visit.viewer() instanceof Viewer.Member viewer
            && viewer.active()
            && viewer.role() != Role.MEMBER;
    return member.standing() == Standing.ACTIVE || !staff
        ? Optional.empty()
        : Optional.of(
            "This member is "
                + member.standing().name().toLowerCase(Locale.ROOT)
                + member.standingUntil().map(end -> " until " + visit.when(end).date()).orElse("")
                + ".");
  }

  static String href(MemberView member) {
    return "/m/" + member.username();
  }
}
