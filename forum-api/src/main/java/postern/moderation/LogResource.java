package postern.moderation;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import postern.accounts.Accounts;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Listing;
import postern.http.Origin;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.MemberId;
import postern.kernel.Username;
import postern.kernel.Viewer;

/** The log in the JSON API. */
@Path("/api/v1/moderation/log")
@Produces(MediaType.APPLICATION_JSON)
public final class LogResource {
  private final Moderation rooms;
  private final Accounts accounts;
  private final Bench bench;
  private final Origin origin;

  public LogResource(Moderation rooms, Bench bench, Origin origin) {
    this.rooms = rooms;
    this.accounts = bench.accounts();
    this.bench = bench;
    this.origin = origin;
  }

  /** Names, answers and what is not for this reader are null. */
  record EntryJson(
      DecisionId id,
      String action,
      String reason,
      Instant until,
      Instant at,
      String url,
      String title,
      Username by,
      Username member,
      String answer) {}

  @GET
  @Access(Who.MEMBER)
  @Operation(summary = "What moderators did and why: with names on your boards, else without")
  public Response read(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    if (!rooms.log().readable(viewer)) {
      throw Problem.notFound().thrown();
    }
    var from = Optional.ofNullable(Cursor.parse(after));
    var stretch = rooms.log().read(viewer, from, Listing.limit(limit));
    var names = names(stretch.entries());
    var items = stretch.entries().stream().map(entry -> json(entry, stretch, names)).toList();
    return Response.ok(new Listing<>(items, stretch.next().map(Cursor::text).orElse(null)))
        .header("Cache-Control", "no-store")
        .build();
  }

  private java.util.Map<MemberId, postern.accounts.Author> names(List<Decision> entries) {
    var ids =
        entries.stream()
            .flatMap(entry -> java.util.stream.Stream.of(entry.actor(), entry.member()))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return bench.database().read(tx -> accounts.authors(tx, ids));
  }

  private EntryJson json(
      Decision entry, Log.Stretch stretch, java.util.Map<MemberId, postern.accounts.Author> names) {
    var thread = entry.thread().flatMap(id -> Optional.ofNullable(stretch.threads().get(id)));
    return new EntryJson(
        entry.id(),
        ApiWords.of(entry.action()),
        entry.reason(),
        entry.until().orElse(null),
        entry.at(),
        thread.isPresent() ? DecisionJson.place(entry, origin) : null,
        thread.map(view -> view.thread().title()).orElse(null),
        entry.actor().map(id -> names.get(id).username()).orElse(null),
        entry.member().map(id -> names.get(id).username()).orElse(null),
        entry.answer().orElse(null));
  }
}
