package postern.threads;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import postern.http.Access;
import postern.http.Listing;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Id;
import postern.kernel.Scope;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;

/** A member's own drafts in the JSON API: of a thread on a board, of a reply in a thread. */
@Path("/api/v1/me/drafts")
@Produces(MediaType.APPLICATION_JSON)
public final class DraftsResource {
  private final Drafts drafts;

  public DraftsResource(Discussions rooms) {
    this.drafts = rooms.reading().drafts();
  }

  /**
   * @param kind {@code boards} or {@code threads}: what {@code place} is the id of
   */
  record DraftJson(String kind, String place, String title, String body, Instant savedAt) {}

  record Typed(String title, String body) {}

  @GET
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Your drafts, the last saved first")
  public Listing<DraftJson> list(@Parameter(hidden = true) @Auth Viewer viewer) {
    var own = drafts.own(ReadingResource.member(viewer));
    return new Listing<>(own.stream().map(DraftsResource::json).toList(), null);
  }

  @GET
  @Path("{kind}/{id}")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Your draft of a thread on a board, or of a reply in a thread")
  public DraftJson find(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @PathParam("kind") String kind,
      @PathParam("id") String id) {
    return drafts
        .find(ReadingResource.member(viewer), kind(kind), place(id))
        .map(DraftsResource::json)
        .orElseThrow(ThreadsResource::notFound);
  }

  @PUT
  @Path("{kind}/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Keeps a draft in the place of the one before; an empty one ends it")
  public Response save(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      Typed typed) {
    var asked = Problem.required(typed);
    var outcome =
        drafts.save(
            ReadingResource.member(viewer), kind(kind), place(id), asked.title(), asked.body());
    return switch (outcome) {
      case DraftSaved.Saved _, DraftSaved.Dropped _ -> Response.noContent().build();
      case DraftSaved refused -> throw Refusals.of(refused).thrown();
    };
  }

  @DELETE
  @Path("{kind}/{id}")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Forgets a draft")
  public Response drop(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @PathParam("kind") String kind,
      @PathParam("id") String id) {
    drafts.drop(ReadingResource.member(viewer), kind(kind), place(id));
    return Response.noContent().build();
  }

  private static DraftJson json(Draft draft) {
    var kind =
        switch (draft.kind()) {
          case THREAD -> "boards";
          case REPLY -> "threads";
        };
    return new DraftJson(
        kind, Long.toString(draft.place()), draft.title(), draft.body(), draft.savedAt());
  }

  private static Draft.Kind kind(String word) {
    return switch (word) {
      case "boards" -> Draft.Kind.THREAD;
      case "threads" -> Draft.Kind.REPLY;
      default -> throw ThreadsResource.notFound();
    };
  }

  private static long place(String id) {
    return ThreadId.parse(id).map(Id::value).orElseThrow(ThreadsResource::notFound);
  }
}
