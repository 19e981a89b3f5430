package postern.web.moderation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import postern.accounts.MemberView;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.kernel.Standing;
import postern.kernel.Username;
import postern.moderation.Moderation;
import postern.moderation.Sanction;
import postern.moderation.Sanctioned;
import postern.web.Choice;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.People;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;

/** What moderators of all boards put on a member. */
@Path("/m/{username}/sanctions")
@Produces(PageWriter.HTML)
public final class SanctionResource {
  private static final int EARLIER = 20;

  private final Desk desk;
  private final Views views;

  SanctionResource(Desk desk, Views views) {
    this.desk = desk;
    this.views = views;
  }

  @GET
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  public Response form(
      @PathParam("username") String username, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    return desk.answers()
        .page(page(visit, member(username), "", Field.empty("days"), Field.empty("reason")));
  }

  @POST
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response impose(
      @PathParam("username") String username,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var member = member(username);
    var inputs = Inputs.of(form);
    var days = inputs.field("days");
    var reason = inputs.field("reason");
    var kind =
        Arrays.stream(Sanction.values())
            .filter(each -> inputs.is("kind", word(each)))
            .findFirst()
            .orElseThrow(() -> Problem.of(400, "bad-request", "Choose what to do.").thrown());
    if (!Terms.readable(days)) {
      return refused(visit, member, inputs, days.refused(Terms.WRONG), reason);
    }
    var until = kind.hasTerm() ? Terms.end(visit, days) : Optional.<Instant>empty();
    var end = rooms().sanctions().impose(visit.viewer(), member.id(), kind, until, reason.value());
    return ended(visit, member, inputs, end);
  }

  @POST
  @Path("/lift")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response lift(
      @PathParam("username") String username,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var member = member(username);
    var inputs = Inputs.of(form);
    var end = rooms().sanctions().lift(visit.viewer(), member.id(), inputs.text("reason"));
    return ended(visit, member, inputs, end);
  }

  private Response ended(Visit visit, MemberView member, Inputs inputs, Sanctioned end) {
    var days = inputs.field("days");
    var reason = inputs.field("reason");
    return switch (end) {
      case Sanctioned.Done _, Sanctioned.NothingToLift _ ->
          desk.answers().seeOther(Said.STANDING_CHANGED.at(base(member)));
      case Sanctioned.NotFound _ -> throw Problem.notFound().thrown();
      case Sanctioned.NotAllowed _ -> throw notAllowed();
      case Sanctioned.BadReason(int limit) ->
          refused(
              visit,
              member,
              inputs,
              days,
              reason.refused("Say why, in up to " + limit + " characters."));
      case Sanctioned.BadUntil _ ->
          refused(visit, member, inputs, days.refused("Ten years at most."), reason);
    };
  }

  private Response refused(
      Visit visit, MemberView member, Inputs inputs, Field days, Field reason) {
    return desk.answers().refused(page(visit, member, inputs.text("kind"), days, reason));
  }

  private MemberView member(String username) {
    return Username.parse(username)
        .flatMap(desk.forum().accounts()::find)
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  private SanctionPage page(
      Visit visit, MemberView member, String chosen, Field days, Field reason) {
    var offered = rooms().sanctions().offered(visit.viewer(), member);
    if (offered.isEmpty()) {
      throw notAllowed();
    }
    return new SanctionPage(
        visit.frame("Warn or limit " + member.name(), Section.MODERATION),
        People.name(member),
        base(member),
        member.standing() == Standing.ACTIVE
            ? Optional.empty()
            : Optional.of("This member is " + Views.limits(visit, member) + "."),
        offered.stream()
            .map(kind -> new Choice(word(kind), Words.title(kind), word(kind).equals(chosen)))
            .toList(),
        days,
        reason,
        rooms().decisions().about(visit.viewer(), member.id(), EARLIER).stream()
            .map(decision -> views.told(visit, decision))
            .toList());
  }

  private Moderation rooms() {
    return desk.forum().moderation();
  }

  private static String base(MemberView member) {
    return "/m/" + member.username() + "/sanctions";
  }

  private static String word(Sanction kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static RuntimeException notAllowed() {
    return Problem.of(
            403,
            "not-allowed",
            "This is for moderators of all boards, and never for who stands beside or above you.")
        .thrown();
  }
}
