package postern.web.threads;

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
import postern.boards.Board;
import postern.boards.BoardPolicy;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.kernel.Scope;
import postern.threads.Draft;
import postern.threads.Previewed;
import postern.threads.SafeHtml;
import postern.threads.Started;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;
import postern.web.boards.BoardLinks;

/** Starting a thread. */
@Path("/b/{id}/new")
@Produces(PageWriter.HTML)
public final class NewThreadResource {
  private final Desk desk;
  private final KeptDrafts drafts;

  NewThreadResource(Desk desk) {
    this.desk = desk;
    this.drafts = new KeptDrafts(desk);
  }

  @GET
  @Access(value = Who.MEMBER, scope = Scope.POST)
  public Response form(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var board = board(visit, id);
    var kept = drafts.thread(visit, board.id());
    return desk.answers()
        .page(
            page(
                visit,
                board,
                Field.of("title", kept.map(Draft::title).orElse("")),
                Field.of("body", kept.map(Draft::body).orElse("")),
                Optional.empty(),
                kept));
  }

  @POST
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response start(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var board = board(visit, id);
    var inputs = Inputs.of(form);
    return switch (inputs.text("action")) {
      case "preview" -> preview(visit, board, inputs);
      case "draft" -> keep(visit, board, inputs);
      default -> start(visit, board, inputs);
    };
  }

  private Board board(Visit visit, String id) {
    var board =
        BoardId.parse(id)
            .flatMap(known -> desk.forum().boards().find(visit.viewer(), known))
            .orElseThrow(() -> Problem.notFound().thrown());
    if (!BoardPolicy.mayStart(visit.viewer(), board)) {
      throw ThreadResource.notAllowed().thrown();
    }
    return board;
  }

  private Response keep(Visit visit, Board board, Inputs inputs) {
    return KeptDrafts.whyNot(drafts.keep(visit, board.id(), inputs))
        .map(why -> refused(visit, board, inputs.field("title"), inputs.field("body").refused(why)))
        .orElseGet(() -> desk.answers().seeOther(Said.DRAFT_KEPT.at(BoardLinks.newThread(board))));
  }

  private Response preview(Visit visit, Board board, Inputs inputs) {
    drafts.keep(visit, board.id(), inputs);
    var title = inputs.field("title");
    var body = inputs.field("body");
    return switch (desk.forum().discussions().posts().preview(visit.viewer(), body.value())) {
      case Previewed.NotAllowed _ -> throw ThreadResource.notAllowed().thrown();
      case Previewed.TooSoon(var wait) ->
          refused(visit, board, title, body.refused(TextFaults.tooSoon(wait)));
      case Previewed.Shown(var html) ->
          desk.answers().page(page(visit, board, title, body, Optional.of(html), Optional.empty()));
      case Previewed.BadBody(var fault) ->
          refused(visit, board, title, body.refused(TextFaults.sentence(fault)));
    };
  }

  private Response start(Visit visit, Board board, Inputs inputs) {
    var title = inputs.field("title");
    var body = inputs.field("body");
    var threads = desk.forum().discussions().threads();
    return switch (threads.start(visit.viewer(), board.id(), title.value(), body.value())) {
      case Started.Posted(var thread, _, var slug) -> {
        drafts.posted(visit, board.id());
        yield desk.answers().seeOther("/t/" + thread + "/" + slug);
      }
      case Started.Held(var post) -> {
        drafts.posted(visit, board.id());
        yield desk.answers().seeOther(Said.HELD.at("/held/" + post));
      }
      case Started.NotFound _ -> throw Problem.notFound().thrown();
      case Started.NotAllowed _ -> throw ThreadResource.notAllowed().thrown();
      case Started.BadTitle(int limit) ->
          refused(visit, board, title.refused(TextFaults.title(limit)), body);
      case Started.BadBody(var fault) ->
          refused(visit, board, title, body.refused(TextFaults.sentence(fault)));
      case Started.TooSoon(var wait) ->
          refused(visit, board, title, body.refused(TextFaults.tooSoon(wait)));
    };
  }

  private Response refused(Visit visit, Board board, Field title, Field body) {
    return desk.answers()
        .refused(page(visit, board, title, body, Optional.empty(), Optional.empty()));
  }

  private NewThreadPage page(
      Visit visit,
      Board board,
      Field title,
      Field body,
      Optional<SafeHtml> preview,
      Optional<Draft> kept) {
    return new NewThreadPage(
        visit.frame("New thread", Section.BOARDS),
        BoardLinks.of(board),
        BoardLinks.newThread(board),
        title,
        body,
        preview,
        preview.isPresent() ? SimilarResource.links(desk, visit, title.value()) : List.of(),
        KeptDrafts.note(visit, board.id(), kept));
  }
}
