package postern.letters;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Listing;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.CorrespondenceId;
import postern.kernel.MemberId;
import postern.kernel.Scope;
import postern.kernel.Username;
import postern.kernel.Viewer;

/** Letters, for programs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LettersResource {
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2900-01-01T00:00:00Z");

  private final Letters letters;

  public LettersResource(Letters letters) {
    this.letters = letters;
  }

  /** What a new letter's body holds. */
  public record NewLetterBody(
      String subject, String body, boolean shareAddress, boolean leaveOwnAddress) {}

  /** What an answer's body holds. */
  public record AnswerBody(String body, boolean leaveOwnAddress) {}

  /** A member's own choices. */
  public record RulesBody(Writers writers, Boolean keeps, List<String> listed) {}

  @POST
  @Path("/members/{username}/letters")
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response write(
      @Auth Viewer viewer, @PathParam("username") String username, NewLetterBody letter) {
    var to = Username.parse(username).orElseThrow(() -> Problem.notFound().thrown());
    var body = required(letter);
    return answer(
        letters.write(
            member(viewer),
            to,
            new NewLetter(
                body.subject(), body.body(), body.shareAddress(), body.leaveOwnAddress())));
  }

  @GET
  @Path("/correspondences")
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response correspondences(
      @Auth Viewer viewer, @QueryParam("after") String after, @QueryParam("limit") String limit) {
    var cursor = Optional.ofNullable(Cursor.parse(after));
    var slice =
        letters.correspondences(
            member(viewer),
            cursor.map(Cursor::at).orElse(LAST),
            cursor.map(Cursor::id).orElse(Long.MAX_VALUE),
            Listing.limit(limit));
    return personal(
        Listing.of(
            slice,
            view ->
                Map.of(
                    "id", view.id(),
                    "with", name(view.other()),
                    "subject", view.subject(),
                    "lastAt", view.lastAt(),
                    "mine", view.mine(),
                    "unread", view.unread()),
            view -> new Cursor(view.key(), view.id().value())));
  }

  @GET
  @Path("/correspondences/{id}/letters")
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response list(
      @Auth Viewer viewer,
      @PathParam("id") String id,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    var cursor = Optional.ofNullable(Cursor.parse(after));
    var slice =
        letters
            .letters(
                member(viewer),
                correspondence(id),
                cursor.map(Cursor::at).orElse(FIRST),
                cursor.map(Cursor::id).orElse(0L),
                Listing.limit(limit))
            .orElseThrow(() -> Problem.notFound().thrown());
    letters.markRead(member(viewer), correspondence(id));
    return personal(
        Listing.of(slice, this::letter, view -> new Cursor(view.key(), view.id().value())));
  }

  @POST
  @Path("/correspondences/{id}/letters")
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response answer(@Auth Viewer viewer, @PathParam("id") String id, AnswerBody body) {
    var given = required(body);
    return answer(
        letters
            .answer(member(viewer), correspondence(id), given.body(), given.leaveOwnAddress())
            .orElseThrow(() -> Problem.notFound().thrown()));
  }

  @PUT
  @Path("/correspondences/{id}/block")
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response block(@Auth Viewer viewer, @PathParam("id") String id) {
    return done(letters.block(member(viewer), correspondence(id)));
  }

  @DELETE
  @Path("/correspondences/{id}/block")
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response unblock(@Auth Viewer viewer, @PathParam("id") String id) {
    return done(letters.unblock(member(viewer), correspondence(id)));
  }

  @POST
  @Path("/correspondences/{id}/renew")
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response renew(@Auth Viewer viewer, @PathParam("id") String id) {
    return letters
        .renew(member(viewer), correspondence(id))
        .map(mask -> personal(Map.of("maskedAddress", mask)))
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  @GET
  @Path("/me/letter-rules")
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response rules(@Auth Viewer viewer) {
    return personal(letters.rules(member(viewer)));
  }

  @PUT
  @Path("/me/letter-rules")
  @Access(value = Who.MEMBER, scope = Scope.ACCOUNT)
  public Response setRules(@Auth Viewer viewer, RulesBody body) {
    var given = required(body);
    if (given.writers() == null || given.keeps() == null || given.listed() == null) {
      throw badRules();
    }
    try {
      var rules = new LetterRules(given.writers(), given.keeps(), given.listed());
      letters.setRules(member(viewer), rules);
      return personal(rules);
    } catch (IllegalArgumentException tooMany) {
      throw badRules();
    }
  }

  private Map<String, Object> letter(LetterView view) {
    var map = new java.util.LinkedHashMap<String, Object>();
    map.put("id", view.id());
    map.put("from", name(view.sender()));
    map.put("mine", view.mine());
    map.put("via", view.via().name().toLowerCase(Locale.ROOT));
    map.put("subject", view.subject().orElse(null));
    map.put("body", view.body().orElse(null));
    map.put("writtenAt", view.writtenAt());
    map.put("state", view.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    map.put("heldPlaces", view.heldPlaces());
    return map;
  }

  private static Response answer(Written written) {
    return switch (written) {
      case Written.Sent(var letter, var correspondence) ->
          Response.status(202)
              .entity(Map.of("id", letter, "correspondence", correspondence))
              .build();
      case Written.NoSuchMember _ -> throw Problem.notFound().thrown();
      case Written.NotTaking _ ->
          throw Problem.of(403, "not-taking-letters", "This member takes no letters from you.")
              .thrown();
      case Written.YouBlocked _ ->
          throw Problem.of(409, "you-blocked", "You have blocked this member. End that first.")
              .thrown();
      case Written.ToYourself _ ->
          throw Problem.of(422, "to-yourself", "This is you. Write to somebody else.").thrown();
      case Written.NotInGoodStanding _ ->
          throw Problem.of(403, "not-in-good-standing", "Your account cannot write at the moment.")
              .thrown();
      case Written.TooMany(var wait) -> throw Problem.tooMany(wait).thrown();
      case Written.BadText _ ->
          throw Problem.of(
                  422,
                  "bad-letter",
                  "A letter has a text of up to 20,000 characters and a subject of up to 200.")
              .thrown();
    };
  }

  private static postern.http.ProblemException badRules() {
    return Problem.of(
            422,
            "bad-rules",
            "Say who may write, whether letters are kept, and up to 20 private words of 5 to 100"
                + " characters.")
        .thrown();
  }

  private String name(MemberId id) {
    return letters.nameOf(id);
  }

  static Response done(boolean found) {
    if (!found) {
      throw Problem.notFound().thrown();
    }
    return Response.noContent().build();
  }

  static Response personal(Object entity) {
    return Response.ok(entity).header("Cache-Control", "no-store").build();
  }

  private static CorrespondenceId correspondence(String id) {
    return CorrespondenceId.parse(id).orElseThrow(() -> Problem.notFound().thrown());
  }

  static <T> T required(T body) {
    if (body == null) {
      throw Problem.of(400, "bad-json", "This call needs a body.").thrown();
    }
    return body;
  }

  static Viewer.Member member(Viewer viewer) {
    return (Viewer.Member) viewer;
  }
}
