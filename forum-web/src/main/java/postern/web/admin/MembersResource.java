package postern.web.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import postern.accounts.MemberView;
import postern.http.Access;
import postern.http.Who;
import postern.kernel.Scope;
import postern.kernel.Username;
import postern.web.Count;
import postern.web.Desk;
import postern.web.Field;
import postern.web.PageWriter;
import postern.web.Pager;
import postern.web.People;
import postern.web.Visit;

/** Members by username; nobody is found here by an address. */
@Path("/admin/members")
@Produces(PageWriter.HTML)
public final class MembersResource {
  private static final int ROWS = 50;

  private final Desk desk;

  MembersResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response list(
      @QueryParam("name") String name,
      @QueryParam("after") String after,
      @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var typed = Optional.ofNullable(name).orElse("").strip();
    var prefix = typed.toLowerCase(Locale.ROOT);
    var from = Optional.ofNullable(after).flatMap(Username::parse).map(Username::text);
    var slice = desk.forum().accounts().list(visit.viewer(), prefix, from.orElse(""), ROWS);
    var base = prefix.matches("[a-z0-9-]+") ? "/admin/members?name=" + prefix : "/admin/members";
    var older =
        slice.more()
            ? Optional.of(
                base
                    + (base.contains("?") ? "&" : "?")
                    + "after="
                    + slice.rows().getLast().username())
            : Optional.<String>empty();
    return desk.answers()
        .page(
            new MembersPage(
                AdminFrames.of(visit, "Members"),
                Field.of("name", typed),
                slice.rows().stream().map(member -> row(visit, member)).toList(),
                Pager.byKey(from.map(_ -> base), older)));
  }

  private static MembersPage.Row row(Visit visit, MemberView member) {
    return new MembersPage.Row(
        People.name(member),
        "/admin/members/" + member.username(),
        member.role().name().toLowerCase(Locale.ROOT),
        standing(visit, member),
        visit.when(member.joinedAt()),
        Count.posts(member.posts()));
  }

  static String standing(Visit visit, MemberView member) {
    return member.standing().name().toLowerCase(Locale.ROOT)
        + member.standingUntil().map(end -> " until " + visit.when(end).date()).orElse("");
  }
}
