package postern.web.admin;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import postern.boards.Group;
import postern.boards.GroupChanged;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.web.Count;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Visit;

/** The named groups of members. */
@Path("/admin/groups")
@Produces(PageWriter.HTML)
public final class GroupsResource {
  static final int MOST_MEMBERS = 1000;

  private final Desk desk;

  GroupsResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response list(@Context ContainerRequestContext asked) {
    return desk.answers().page(page(desk.visit(asked), Field.empty("name")));
  }

  @POST
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(
      @Context ContainerRequestContext asked, MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var name = Inputs.of(form).field("name");
    return switch (desk.forum().groups().create(visit.viewer(), name.value())) {
      case GroupChanged.Changed(var group) ->
          desk.answers().seeOther(Said.CREATED.at("/admin/groups/" + group.id()));
      case GroupChanged.NameTaken _ -> refused(visit, name, "Another group has this name.");
      case GroupChanged.BadName _ -> refused(visit, name, badName());
      case GroupChanged.InUse _, GroupChanged.NotAllowed _, GroupChanged.NotFound _ ->
          throw Problem.notFound().thrown();
    };
  }

  static String badName() {
    return "One line of 1 to %d characters.".formatted(Group.LONGEST_NAME);
  }

  private Response refused(Visit visit, Field name, String why) {
    return desk.answers().refused(page(visit, name.refused(why)));
  }

  private GroupsPage page(Visit visit, Field name) {
    var groups = desk.forum().groups();
    var rows =
        groups.list(visit.viewer()).stream()
            .map(
                group ->
                    new GroupsPage.Row(
                        group.name(),
                        "/admin/groups/" + group.id(),
                        Count.of(
                            groups
                                .members(visit.viewer(), group.id(), Optional.empty(), MOST_MEMBERS)
                                .rows()
                                .size(),
                            "member",
                            "members")))
            .toList();
    return new GroupsPage(AdminFrames.of(visit, "Groups"), rows, name);
  }
}
