package postern.letters;

import static postern.letters.LettersResource.done;
import static postern.letters.LettersResource.member;
import static postern.letters.LettersResource.personal;
import static postern.letters.LettersResource.required;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import postern.http.Access;
import postern.http.Listing;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.LetterId;
import postern.kernel.Scope;
import postern.kernel.Viewer;

/** Reports of letters, for programs: the one way in which a moderator sees a letter. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LetterReportsResource {
  private final Letters letters;

  public LetterReportsResource(Letters letters) {
    this.letters = letters;
  }

  /** Why a letter is shown to moderators. */
  public record ReportBody(String reason) {}

  @POST
  @Path("/letters/{id}/report")
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response report(@Auth Viewer viewer, @PathParam("id") String id, ReportBody body) {
    var letter = LetterId.parse(id).orElseThrow(() -> Problem.notFound().thrown());
    return switch (letters.reports().report(member(viewer), letter, required(body).reason())) {
      case LetterReports.Reported.Done(var report) ->
          Response.status(201).entity(Map.of("id", Long.toString(report))).build();
      case LetterReports.Reported.NoSuchLetter _ -> throw Problem.notFound().thrown();
      case LetterReports.Reported.BadReason _ ->
          throw Problem.of(422, "bad-reason", "Say in up to 1000 characters what is wrong.")
              .thrown();
      case LetterReports.Reported.AlreadyReported _ ->
          throw Problem.of(409, "already-reported", "You have reported this letter before.")
              .thrown();
    };
  }

  @GET
  @Path("/moderation/reported-letters")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  public Response reported(@Auth Viewer viewer) {
    var open = letters.reports().open(member(viewer), Listing.MAX_LIMIT);
    return personal(
        Map.of(
            "items",
            open.stream()
                .map(
                    report ->
                        Map.of(
                            "id",
                            Long.toString(report.id()),
                            "sender",
                            letters.nameOf(report.sender()),
                            "reason",
                            report.reason(),
                            "subject",
                            report.subject(),
                            "text",
                            report.text(),
                            "reportedAt",
                            report.reportedAt()))
                .toList()));
  }

  @POST
  @Path("/moderation/reported-letters/{id}/close")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  public Response close(@Auth Viewer viewer, @PathParam("id") String id, ReportBody body) {
    var report = LetterId.parse(id).orElseThrow(() -> Problem.notFound().thrown());
    return done(letters.reports().close(member(viewer), report.value(), required(body).reason()));
  }
}
