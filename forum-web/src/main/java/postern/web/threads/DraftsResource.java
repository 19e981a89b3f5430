package postern.web.threads;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import postern.boards.BoardPolicy;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.kernel.Id;
import postern.kernel.Scope;
import postern.kernel.ThreadId;
import postern.threads.Draft;
import postern.threads.DraftSaved;
import postern.threads.ThreadPolicy;
import postern.web.Desk;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;
import postern.web.boards.BoardLinks;

/** A member's drafts: the list, what a script keeps while one types, and forgetting. */
@Path("/drafts")
@Produces(PageWriter.HTML)
public final class DraftsResource {
  private static final String PAGE = "/drafts";
  private static final int EXCERPT = 200;

  private final Desk desk;

  DraftsResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.MEMBER, scope = Scope.POST)
  public Response list(@Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var rows =
        desk.reading().drafts().own(visit.member()).stream()
            .map(draft -> row(visit, draft))
            .toList();
    return desk.answers().page(new DraftsPage(visit.frame("Drafts", Section.NONE), rows));
  }

  /** For the script: 204, or a status that says that nothing was kept. */
  @POST
  @Path("/{kind}/{id}")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response keep(
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var inputs = Inputs.of(form);
    var outcome =
        desk.reading()
            .drafts()
            .save(
                desk.visit(asked).member(),
                kind(kind),
                place(id),
                inputs.text("title"),
                inputs.text("body"));
    return switch (outcome) {
      case DraftSaved.Saved _, DraftSaved.Dropped _ -> Response.noContent().build();
      case DraftSaved.NotFound _ -> Response.status(404).build();
      case DraftSaved.TooLong _ -> Response.status(413).build();
      case DraftSaved.TooMany _ -> Response.status(409).build();
      case DraftSaved.TooSoon _ -> Response.status(429).build();
    };
  }

  /**
   * @param from {@code place} leads back to where it was to be posted, else to the list
   */
  @POST
  @Path("/{kind}/{id}/forget")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  public Response forget(
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      @QueryParam("from") String from,
      @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var place = place(id);
    desk.reading().drafts().drop(visit.member(), kind(kind), place);
    var back =
        switch (kind(kind)) {
          case THREAD -> "/b/" + place + "/new";
          case REPLY -> reply(visit, place).orElse(PAGE);
        };
    return desk.answers().seeOther(Said.DRAFT_DROPPED.at("place".equals(from) ? back : PAGE));
  }

  private DraftsPage.Row row(Visit visit, Draft draft) {
    var title = title(visit, draft);
    var forget = PAGE + "/" + word(draft.kind()) + "/" + draft.place() + "/forget";
    var href =
        switch (draft.kind()) {
          case THREAD -> newThread(visit, draft.place());
          case REPLY -> reply(visit, draft.place());
        };
    var words = draft.body().strip().replaceAll("\\s+", " ");
    return new DraftsPage.Row(
        title,
        what(draft.kind()) + (href.isEmpty() ? ", where you cannot write now" : ""),
        href,
        words.codePointCount(0, words.length()) > EXCERPT
            ? words.substring(0, words.offsetByCodePoints(0, EXCERPT)) + "…"
            : words,
        visit.when(draft.savedAt()),
        forget);
  }

  private String title(Visit visit, Draft draft) {
    return switch (draft.kind()) {
      case THREAD -> draft.title().isEmpty() ? "A thread with no title yet" : draft.title();
      case REPLY ->
          desk.forum()
              .discussions()
              .threads()
              .find(visit.viewer(), new ThreadId(draft.place()))
              .map(view -> view.thread().title())
              .orElse("A thread that you cannot read now");
    };
  }

  private Optional<String> newThread(Visit visit, long board) {
    return desk.forum()
        .boards()
        .find(visit.viewer(), new BoardId(board))
        .filter(found -> BoardPolicy.mayStart(visit.viewer(), found))
        .map(BoardLinks::newThread);
  }

  private Optional<String> reply(Visit visit, long thread) {
    return desk.forum()
        .discussions()
        .threads()
        .find(visit.viewer(), new ThreadId(thread))
        .filter(view -> ThreadPolicy.mayReply(visit.viewer(), view.board(), view.thread()))
        .map(view -> Places.page(view.thread(), Places.lastPage(view.thread())) + "#reply");
  }

  private static String what(Draft.Kind kind) {
    return switch (kind) {
      case THREAD -> "New thread";
      case REPLY -> "Reply";
    };
  }

  private static String word(Draft.Kind kind) {
    return switch (kind) {
      case THREAD -> "boards";
      case REPLY -> "threads";
    };
  }

  private static Draft.Kind kind(String word) {
    return switch (word) {
      case "boards" -> Draft.Kind.THREAD;
      case "threads" -> Draft.Kind.REPLY;
      default -> throw Problem.notFound().thrown();
    };
  }

  private static long place(String id) {
    return ThreadId.parse(id).map(Id::value).orElseThrow(() -> Problem.notFound().thrown());
  }
}
