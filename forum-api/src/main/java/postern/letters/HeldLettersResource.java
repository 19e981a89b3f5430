package postern.letters;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.LetterId;
import postern.kernel.Scope;
import postern.kernel.Viewer;

/** The question "was this you?", for programs. */
@Path("/api/v1/held-letters")
@Produces(MediaType.APPLICATION_JSON)
public final class HeldLettersResource {
  private final HeldLetters held;

  public HeldLettersResource(HeldLetters held) {
    this.held = held;
  }

  @GET
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response list(@Auth Viewer viewer) {
    List<Map<String, Object>> items =
        held.of((Viewer.Member) viewer).stream().map(HeldLettersResource::item).toList();
    return Response.ok(Map.of("items", items)).header("Cache-Control", "no-store").build();
  }

  @POST
  @Path("/{id}/send")
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response send(@Auth Viewer viewer, @PathParam("id") String id) {
    var taken = held.send((Viewer.Member) viewer, letter(id));
    return switch (taken.orElseThrow(() -> Problem.notFound().thrown())) {
      case Taken.Accepted _, Taken.Repeated _ -> Response.status(202).entity(Map.of()).build();
      case Taken.NoSuchMailbox _ ->
          throw Problem.of(403, "not-taking-letters", "This member takes no letters from you.")
              .thrown();
      case Taken.NotInGoodStanding _ ->
          throw Problem.of(403, "not-in-good-standing", "Your account cannot write at the moment.")
              .thrown();
      case Taken.TooMany(var wait) -> throw Problem.tooMany(wait).thrown();
      case Taken.Refused _ ->
          throw Problem.of(
                  422,
                  "bad-letter",
                  "This letter cannot be passed on: it is empty, signed, encrypted or automatic.")
              .thrown();
    };
  }

  @DELETE
  @Path("/{id}")
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response drop(@Auth Viewer viewer, @PathParam("id") String id) {
    if (!held.drop((Viewer.Member) viewer, letter(id))) {
      throw Problem.notFound().thrown();
    }
    return Response.noContent().build();
  }

  private static Map<String, Object> item(HeldLetters.Held letter) {
    return Map.of(
        "id", letter.id(),
        "to", letter.to(),
        "subject", letter.subject(),
        "text", letter.text(),
        "files", letter.files(),
        "heldAt", letter.heldAt());
  }

  private static LetterId letter(String id) {
    return LetterId.parse(id).orElseThrow(() -> Problem.notFound().thrown());
  }
}
