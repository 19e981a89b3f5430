package postern.boards;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import postern.http.Access;
import postern.http.Listing;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.kernel.Scope;
import postern.kernel.Viewer;

/**
 * The boards in the JSON API. Like every class of the API it stands at the root path: JAX-RS looks
 * no further than the root that matches longest (section 3.7.2), so a longer one would hide the
 * others.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class BoardsResource {
  private final Boards boards;
  private final Figures.Source figures;

  public BoardsResource(Boards boards, Figures.Source figures) {
    this.boards = boards;
    this.figures = figures;
  }

  @GET
  @Path("boards")
  @Access(Who.ANYONE)
  @Operation(summary = "The boards that you may read, in their order, all of them at once")
  public Listing<BoardJson> list(@Parameter(hidden = true) @Auth Viewer viewer) {
    var counts = figures.of(viewer);
    var items =
        boards.list(viewer).stream()
            .map(board -> BoardJson.of(board, counts.getOrDefault(board.id(), Figures.NONE)))
            .toList();
    return new Listing<>(items, null);
  }

  @GET
  @Path("boards/{id}")
  @Access(Who.ANYONE)
  @Operation(summary = "One board")
  public BoardJson find(@Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    return written(viewer, board(viewer, id));
  }

  @POST
  @Path("boards")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  @Operation(summary = "Makes a board, which stands last")
  public Response create(@Parameter(hidden = true) @Auth Viewer viewer, BoardJson.Draft draft) {
    var board = changed(boards.create(viewer, Problem.required(draft).fresh()));
    return Response.status(201).entity(BoardJson.of(board, Figures.NONE)).build();
  }

  @PATCH
  @Path("boards/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  @Operation(summary = "Changes what is given of a board")
  public BoardJson edit(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @PathParam("id") String id,
      BoardJson.Draft draft) {
    var board = board(viewer, id);
    return written(
        viewer, changed(boards.edit(viewer, board.id(), Problem.required(draft).over(board))));
  }

  /** The boards' ids in the order they shall have. */
  record Order(List<BoardId> boards) {}

  @PUT
  @Path("boards/order")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  @Operation(summary = "Puts these boards first, in this order; the others keep theirs behind them")
  public Listing<BoardJson> order(@Parameter(hidden = true) @Auth Viewer viewer, Order order) {
    boards.order(viewer, Problem.required(Problem.required(order).boards()));
    return list(viewer);
  }

  private BoardJson written(Viewer viewer, Board board) {
    return BoardJson.of(board, figures.of(viewer).getOrDefault(board.id(), Figures.NONE));
  }

  private Board board(Viewer viewer, String id) {
    return BoardId.parse(id)
        .flatMap(known -> boards.find(viewer, known))
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  private static Board changed(BoardChanged change) {
    return switch (change) {
      case BoardChanged.Changed(var board) -> board;
      case BoardChanged.SlugTaken _ ->
          throw Problem.of(409, "slug-taken", "Another board has this slug. Choose another.")
              .thrown();
      case BoardChanged.Faulty(var fault) -> throw problem(fault).thrown();
      case BoardChanged.NotAllowed _ ->
          throw Problem.of(403, "not-allowed", "Only administrators change boards.").thrown();
      case BoardChanged.NotFound _ -> throw Problem.notFound().thrown();
    };
  }

  private static Problem problem(BoardDraft.Fault fault) {
    return switch (fault) {
      case SLUG ->
          Problem.of(
              422,
              "bad-slug",
              "A slug has 1 to 40 of a to z, 0 to 9 and hyphen, no hyphen at its ends.");
      case TITLE ->
          Problem.of(422, "bad-title", "A board's title has 1 to 80 characters.")
              .with("limit", BoardDraft.LONGEST_TITLE);
      case DESCRIPTION ->
          Problem.of(422, "bad-description", "A board's description has up to 500 characters.")
              .with("limit", BoardDraft.LONGEST_DESCRIPTION);
      case AUDIENCE ->
          Problem.of(
              422,
              "bad-audience",
              "Say 'visitors', 'members', 'staff', or a list of ids of groups. Visitors can only"
                  + " read.");
      case APPROVE_FIRST ->
          Problem.of(422, "bad-approve-first", "From 0 to 10 posts of new members can wait.");
      case GROUP -> Problem.of(422, "no-such-group", "One of these groups does not exist.");
    };
  }
}
