package postern.web.members;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import postern.http.Access;
import postern.http.Who;
import postern.kernel.Username;
import postern.web.Desk;

/** Names that begin with what was typed, for the scripts that complete them. */
@Path("/members/names")
@Produces(MediaType.APPLICATION_JSON)
public final class NamesResource {
  private static final int MOST = 8;

  private final Desk desk;

  NamesResource(Desk desk) {
    this.desk = desk;
  }

  /** The answer. */
  public record Names(List<Name> items) {}

  /** One member. */
  public record Name(Username username) {}

  @GET
  @Access(Who.MEMBER)
  public Names names(@QueryParam("begin") String begin) {
    return new Names(
        desk.forum().accounts().startingWith(begin == null ? "" : begin, MOST).stream()
            .map(Name::new)
            .toList());
  }
}
