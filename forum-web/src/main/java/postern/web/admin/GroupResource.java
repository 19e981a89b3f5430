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
import java.util.List;
import java.util.Optional;
import postern.accounts.MemberView;
import postern.boards.Board;
import postern.boards.Group;
import postern.boards.GroupChanged;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.GroupId;
import postern.kernel.MemberId;
import postern.kernel.Scope;
import postern.kernel.Username;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.People;
import postern.web.Said;
import postern.web.Visit;

/** One group: its name, its members, and whether a board needs it. */
@Path("/admin/groups/{id}")
@Produces(PageWriter.HTML)
public final class GroupResource {
  private final Desk desk;

  GroupResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response form(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var group = group(visit, id);
    return desk.answers()
        .page(page(visit, group, Field.of("name", group.name()), Field.empty("username")));
  }

  @POST
  @Path("/name")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response rename(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var group = group(visit, id);
    var name = Inputs.of(form).field("name");
    return switch (desk.forum().groups().rename(visit.viewer(), group.id(), name.value())) {
      case GroupChanged.Changed _ -> saved(group);
      case GroupChanged.NameTaken _ ->
          named(visit, group, name.refused("Another group has this name."));
      case GroupChanged.BadName _ -> named(visit, group, name.refused(GroupsResource.badName()));
      case GroupChanged.InUse _, GroupChanged.NotAllowed _, GroupChanged.NotFound _ ->
          throw Problem.notFound().thrown();
    };
  }

  @POST
  @Path("/members")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var group = group(visit, id);
    var username = Inputs.of(form).field("username");
    var member = member(username.value());
    if (member.isEmpty()) {
      var wrong = username.refused("No member has this name.");
      return desk.answers().refused(page(visit, group, Field.of("name", group.name()), wrong));
    }
    desk.forum().groups().add(visit.viewer(), group.id(), member.get());
    return saved(group);
  }

  @POST
  @Path("/members/{username}/remove")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response remove(
      @PathParam("id") String id,
      @PathParam("username") String username,
      @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var group = group(visit, id);
    var member = member(username).orElseThrow(() -> Problem.notFound().thrown());
    desk.forum().groups().remove(visit.viewer(), group.id(), member);
    return saved(group);
  }

  @POST
  @Path("/delete")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response delete(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var group = group(visit, id);
    return switch (desk.forum().groups().delete(visit.viewer(), group.id())) {
      case GroupChanged.Changed _ -> desk.answers().seeOther(Said.REMOVED.at("/admin/groups"));
      case GroupChanged.InUse _ ->
          throw Problem.of(409, "group-in-use", "A board names this group. Change the board first.")
              .thrown();
      case GroupChanged.NameTaken _,
          GroupChanged.BadName _,
          GroupChanged.NotAllowed _,
          GroupChanged.NotFound _ ->
          throw Problem.notFound().thrown();
    };
  }

  private Group group(Visit visit, String id) {
    return GroupId.parse(id)
        .flatMap(
            known ->
                desk.forum().groups().list(visit.viewer()).stream()
                    .filter(group -> group.id().equals(known))
                    .findFirst())
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  private Optional<MemberId> member(String username) {
    return Username.parse(username).flatMap(desk.forum().accounts()::find).map(MemberView::id);
  }

  private Response saved(Group group) {
    return desk.answers().seeOther(Said.SAVED.at("/admin/groups/" + group.id()));
  }

  private Response named(Visit visit, Group group, Field name) {
    return desk.answers().refused(page(visit, group, name, Field.empty("username")));
  }

  private GroupPage page(Visit visit, Group group, Field name, Field username) {
    var members =
        desk.forum()
            .groups()
            .members(visit.viewer(), group.id(), Optional.empty(), GroupsResource.MOST_MEMBERS)
            .rows();
    var authors =
        desk.forum()
            .foundation()
            .storage()
            .database()
            .read(tx -> desk.forum().accounts().authors(tx, members));
    var rows =
        members.stream()
            .filter(authors::containsKey)
            .map(authors::get)
            .map(author -> new GroupPage.Row(People.name(author), author.username().text()))
            .toList();
    var users = users(visit, group);
    return new GroupPage(
        AdminFrames.of(visit, group.name()),
        "/admin/groups/" + group.id(),
        name,
        rows,
        username,
        users.isEmpty()
            ? "No board names this group."
            : "Boards that name it: " + String.join(", ", users) + ".",
        users.isEmpty());
  }

  private List<String> users(Visit visit, Group group) {
    return desk.forum().boards().list(visit.viewer()).stream()
        .filter(
            board ->
                Audiences.names(board.read(), group.id())
                    || Audiences.names(board.reply(), group.id())
                    || Audiences.names(board.start(), group.id()))
        .map(Board::title)
        .toList();
  }
}
