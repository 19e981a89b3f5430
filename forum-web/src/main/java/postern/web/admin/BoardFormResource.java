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
import postern.boards.Audience;
import postern.boards.Board;
import postern.boards.BoardChanged;
import postern.boards.BoardDraft;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.kernel.Scope;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Flash;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Visit;

/** Making a board, and changing one. */
@Path("/admin/boards")
@Produces(PageWriter.HTML)
public final class BoardFormResource {
  private static final String NEW = "/admin/boards/new";

  private final Desk desk;

  BoardFormResource(Desk desk) {
    this.desk = desk;
  }

  /** The fields as they were typed. */
  private record Typed(Field title, Field slug, Field description, Field approveFirst) {
    static final Typed NOTHING =
        new Typed(
            Field.empty("title"),
            Field.empty("slug"),
            Field.empty("description"),
            Field.of("approve_first", "0"));

    static Typed of(Inputs inputs) {
      return new Typed(
          inputs.field("title"),
          inputs.field("slug"),
          inputs.field("description"),
          inputs.field("approve_first"));
    }

    static Typed of(Board board) {
      return new Typed(
          Field.of("title", board.title()),
          Field.of("slug", board.slug()),
          Field.of("description", board.description()),
          Field.of("approve_first", Integer.toString(board.approveFirst())));
    }
  }

  private record Rights(Audience read, Audience reply, Audience start) {
    static final Rights USUAL = new Rights(Audience.VISITORS, Audience.MEMBERS, Audience.MEMBERS);
  }

  @GET
  @Path("/new")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response empty(@Context ContainerRequestContext asked) {
    return desk.answers()
        .page(page(desk.visit(asked), NEW, Typed.NOTHING, Rights.USUAL, Optional.empty()));
  }

  @POST
  @Path("/new")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(
      @Context ContainerRequestContext asked, MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var inputs = Inputs.of(form);
    return ended(visit, NEW, inputs, desk.forum().boards().create(visit.viewer(), draft(inputs)));
  }

  @GET
  @Path("/{id: [0-9]+}")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response form(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var board =
        desk.forum()
            .boards()
            .find(visit.viewer(), parsed(id))
            .orElseThrow(() -> Problem.notFound().thrown());
    var rights = new Rights(board.read(), board.reply(), board.start());
    return desk.answers()
        .page(page(visit, "/admin/boards/" + id, Typed.of(board), rights, Optional.empty()));
  }

  @POST
  @Path("/{id: [0-9]+}")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response edit(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var inputs = Inputs.of(form);
    return ended(
        visit,
        "/admin/boards/" + id,
        inputs,
        desk.forum().boards().edit(visit.viewer(), parsed(id), draft(inputs)));
  }

  private Response ended(Visit visit, String action, Inputs inputs, BoardChanged outcome) {
    var typed = Typed.of(inputs);
    return switch (outcome) {
      case BoardChanged.Changed _ -> desk.answers().seeOther(Said.SAVED.at("/admin/boards"));
      case BoardChanged.SlugTaken _ ->
          refused(
              visit,
              action,
              inputs,
              slug(typed, "Another board has this name. Choose another."),
              Optional.empty());
      case BoardChanged.Faulty(var fault) -> faulty(visit, action, inputs, typed, fault);
      case BoardChanged.NotAllowed _, BoardChanged.NotFound _ -> throw Problem.notFound().thrown();
    };
  }

  private Response faulty(
      Visit visit, String action, Inputs inputs, Typed typed, BoardDraft.Fault fault) {
    return switch (fault) {
      case SLUG ->
          refused(
              visit,
              action,
              inputs,
              slug(typed, "1 to 40 of a to z, 0 to 9 and hyphen, no hyphen at either end."),
              Optional.empty());
      case TITLE ->
          refused(
              visit,
              action,
              inputs,
              new Typed(
                  typed.title().refused("One line of 1 to 80 characters."),
                  typed.slug(),
                  typed.description(),
                  typed.approveFirst()),
              Optional.empty());
      case DESCRIPTION ->
          refused(
              visit,
              action,
              inputs,
              new Typed(
                  typed.title(),
                  typed.slug(),
                  typed.description().refused("One line of at most 500 characters."),
                  typed.approveFirst()),
              Optional.empty());
      case APPROVE_FIRST ->
          refused(
              visit,
              action,
              inputs,
              new Typed(
                  typed.title(),
                  typed.slug(),
                  typed.description(),
                  typed.approveFirst().refused("A number from 0 to 10.")),
              Optional.empty());
      case AUDIENCE, GROUP ->
          refused(
              visit,
              action,
              inputs,
              typed,
              Optional.of(
                  "Choose who may read, answer and start; with groups, tick one at least."));
    };
  }

  private static Typed slug(Typed typed, String why) {
    return new Typed(
        typed.title(), typed.slug().refused(why), typed.description(), typed.approveFirst());
  }

  private Response refused(
      Visit visit, String action, Inputs inputs, Typed typed, Optional<String> problem) {
    var rights =
        new Rights(
            Audiences.read(inputs, "read").orElse(Rights.USUAL.read()),
            Audiences.read(inputs, "reply").orElse(Rights.USUAL.reply()),
            Audiences.read(inputs, "start").orElse(Rights.USUAL.start()));
    return desk.answers().refused(page(visit, action, typed, rights, problem));
  }

  private static BoardDraft draft(Inputs inputs) {
    return new BoardDraft(
        inputs.text("slug").strip(),
        inputs.text("title"),
        inputs.text("description"),
        Audiences.read(inputs, "read").orElse(null),
        Audiences.read(inputs, "reply").orElse(null),
        Audiences.read(inputs, "start").orElse(null),
        number(inputs.text("approve_first").strip()));
  }

  // What is no number is out of range, which the room refuses; nothing is none.
  private static int number(String typed) {
    return typed.isEmpty() ? 0 : typed.matches("[0-9]{1,2}") ? Integer.parseInt(typed) : -1;
  }

  private BoardFormPage page(
      Visit visit, String action, Typed typed, Rights rights, Optional<String> problem) {
    var groups = desk.forum().groups().list(visit.viewer());
    boolean existing = !action.equals(NEW);
    var frame = AdminFrames.of(visit, existing ? "Change a board" : "New board");
    return new BoardFormPage(
        problem.map(words -> frame.saying(Flash.problem(words))).orElse(frame),
        action,
        existing,
        typed.title(),
        typed.slug(),
        typed.description(),
        typed.approveFirst(),
        List.of(
            Audiences.field("read", "Who may read it?", rights.read(), groups),
            Audiences.field("reply", "Who may answer?", rights.reply(), groups),
            Audiences.field("start", "Who may start threads?", rights.start(), groups)));
  }

  private static BoardId parsed(String id) {
    return BoardId.parse(id).orElseThrow(() -> Problem.notFound().thrown());
  }
}
