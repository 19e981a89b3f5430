package postern.delivery;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;

/** The mail that would have left, for programs that try the service on their own machine. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class SandboxApiResource {
  private static final int MOST = 1000;

  private final Optional<Sandbox> sandbox;

  /**
   * @param sandbox empty where mail really leaves: then there is nothing here
   */
  public SandboxApiResource(Optional<Sandbox> sandbox) {
    this.sandbox = sandbox;
  }

  @GET
  @Path("/sandbox/messages")
  @Access(Who.ANYONE)
  public Response messages() {
    var kept = sandbox.orElseThrow(() -> Problem.notFound().thrown()).messages(MOST);
    var items =
        kept.stream()
            .map(
                mail ->
                    Map.of(
                        "id", Long.toString(mail.id()),
                        "from", mail.from(),
                        "to", mail.to(),
                        "raw", new String(mail.raw(), StandardCharsets.UTF_8)))
            .toList();
    return Response.ok(Map.of("items", items)).header("Cache-Control", "no-store").build();
  }
}
