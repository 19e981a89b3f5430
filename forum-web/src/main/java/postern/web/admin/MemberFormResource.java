package postern.web.admin;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import postern.accounts.MemberView;
import postern.accounts.RoleGranted;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.kernel.Line;
import postern.kernel.Role;
import postern.kernel.Scope;
import postern.kernel.Standing;
import postern.kernel.Username;
import postern.moderation.Sanction;
import postern.moderation.Sanctioned;
import postern.web.Choice;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Flash;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.People;
import postern.web.Said;
import postern.web.Visit;

/** A member's role and standing; each change with its reason. */
@Path("/admin/members/{username}")
@Produces(PageWriter.HTML)
public final class MemberFormResource {
  private static final int REASON_CHARACTERS = 200;

  private final Desk desk;

  MemberFormResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response form(
      @PathParam("username") String username, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    return desk.answers()
        .page(
            page(
                visit,
                member(username),
                Field.empty("days"),
                Field.empty("reason"),
                Optional.empty()));
  }

  @POST
  @Path("/role")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response role(
      @PathParam("username") String username,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var member = member(username);
    var inputs = Inputs.of(form);
    var reason = Line.parse(inputs.text("reason"), REASON_CHARACTERS);
    var role = named(Role.values(), inputs.text("role"));
    if (reason.isEmpty() || role.isEmpty()) {
      return refused(visit, member, "Choose a role, and give a reason for the log.");
    }
    return switch (grant(visit, member, role.get(), boards(inputs), reason.get().text())) {
      case RoleGranted.Done _ ->
          desk.answers().seeOther(Said.ROLE_GRANTED.at("/admin/members/" + member.username()));
      case RoleGranted.NoSuchMember _ -> throw Problem.notFound().thrown();
      case RoleGranted.LastAdministrator _ ->
          refused(visit, member, "Make somebody else an administrator first.");
    };
  }

  @POST
  @Path("/standing")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response standing(
      @PathParam("username") String username,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var member = member(username);
    var inputs = Inputs.of(form);
    if (member.id().equals(visit.member().id())) {
      return refused(visit, member, "You cannot change your own standing.");
    }
    var days = inputs.field("days");
    var reason = inputs.field("reason");
    var line = Line.parse(reason.value(), REASON_CHARACTERS);
    boolean bad = !days.value().strip().matches("|[1-9][0-9]{0,3}");
    if (bad || line.isEmpty()) {
      var daysField = bad ? days.refused("A number of days, or nothing.") : days;
      var reasonField =
          line.isEmpty() ? reason.refused("Give a reason; the member reads it.") : reason;
      return desk.answers().refused(page(visit, member, daysField, reasonField, Optional.empty()));
    }
    return switch (set(visit, member, inputs, line.get().text())) {
      case Sanctioned.Done _, Sanctioned.NothingToLift _ ->
          desk.answers().seeOther(Said.STANDING_CHANGED.at("/admin/members/" + member.username()));
      case Sanctioned.NotFound _ -> throw Problem.notFound().thrown();
      case Sanctioned.NotAllowed _ -> refused(visit, member, "You cannot change this standing.");
      case Sanctioned.BadReason _ -> refused(visit, member, "Give a reason; the member reads it.");
      case Sanctioned.BadUntil _ -> refused(visit, member, "Ten years at most.");
    };
  }

  // A moderator who is named for no board may moderate all: so the boards are named before the role
  // is given, and taken away after it.
  private RoleGranted grant(
      Visit visit, MemberView member, Role role, Set<BoardId> boards, String reason) {
    var database = desk.forum().foundation().storage().database();
    var by = Optional.of(visit.member().id());
    if (role == Role.MODERATOR) {
      database.run(tx -> desk.forum().boards().nameModerator(tx, member.id(), boards));
      return desk.forum().accounts().grantRole(by, member.id(), role, reason);
    }
    var granted = desk.forum().accounts().grantRole(by, member.id(), role, reason);
    if (granted instanceof RoleGranted.Done) {
      database.run(tx -> desk.forum().boards().nameModerator(tx, member.id(), Set.of()));
    }
    return granted;
  }

  private Sanctioned set(Visit visit, MemberView member, Inputs inputs, String reason) {
    var standing =
        named(Standing.values(), inputs.text("standing"))
            .filter(each -> each != Standing.ERASED)
            .orElseThrow(() -> Problem.of(400, "bad-request", "Choose a standing.").thrown());
    Optional<Instant> until =
        Optional.of(inputs.text("days").strip())
            .filter(days -> !days.isEmpty())
            .map(days -> visit.now().plus(Duration.ofDays(Long.parseLong(days))));
    var sanctions = desk.forum().moderation().sanctions();
    return switch (standing) {
      case ACTIVE -> sanctions.lift(visit.viewer(), member.id(), reason);
      case SILENCED ->
          sanctions.impose(visit.viewer(), member.id(), Sanction.SILENCE, until, reason);
      case SUSPENDED ->
          sanctions.impose(visit.viewer(), member.id(), Sanction.SUSPEND, until, reason);
      case ERASED -> throw new IllegalStateException("nobody is erased here");
    };
  }

  private static Set<BoardId> boards(Inputs inputs) {
    return inputs.all("board").stream()
        .flatMap(id -> BoardId.parse(id).stream())
        .collect(Collectors.toSet());
  }

  private MemberView member(String username) {
    return Username.parse(username)
        .flatMap(desk.forum().accounts()::find)
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  private Response refused(Visit visit, MemberView member, String why) {
    return desk.answers()
        .refused(page(visit, member, Field.empty("days"), Field.empty("reason"), Optional.of(why)));
  }

  private MemberFormPage page(
      Visit visit, MemberView member, Field days, Field reason, Optional<String> problem) {
    var frame = AdminFrames.of(visit, member.name());
    var moderated =
        desk.forum()
            .foundation()
            .storage()
            .database()
            .read(tx -> desk.forum().boards().moderated(tx, member.id()));
    return new MemberFormPage(
        problem.map(words -> frame.saying(Flash.problem(words))).orElse(frame),
        People.name(member),
        "/admin/members/" + member.username(),
        limits(visit, member),
        choices(Arrays.stream(Role.values()), member.role()),
        desk.forum().boards().list(visit.viewer()).stream()
            .map(
                board ->
                    new Choice(
                        board.id().toString(), board.title(), moderated.contains(board.id())))
            .toList(),
        choices(
            Arrays.stream(Standing.values()).filter(each -> each != Standing.ERASED),
            member.standing()),
        days,
        reason);
  }

  private static Optional<String> limits(Visit visit, MemberView member) {
    return member.standing() == Standing.ACTIVE
        ? Optional.empty()
        : Optional.of(
            "This member is "
                + MembersResource.standing(visit, member)
                + member.standingReason().map(why -> ": " + why).orElse("")
                + ".");
  }

  private static <E extends Enum<E>> List<Choice> choices(Stream<E> all, E chosen) {
    return all.map(each -> new Choice(word(each), title(each), each == chosen)).toList();
  }

  private static <E extends Enum<E>> Optional<E> named(E[] all, String word) {
    return Arrays.stream(all).filter(each -> word(each).equals(word)).findFirst();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String title(Enum<?> value) {
    return value.name().charAt(0) + word(value).substring(1);
  }
}
