package postern.sessions;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import postern.accounts.Password;
import postern.accounts.PasswordChange;
import postern.http.Access;
import postern.http.Listing;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.kernel.Viewer;

/** One's own sessions, tokens and password in the JSON API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class MySessionsResource {
  private final Sessions sessions;

  MySessionsResource(Sessions sessions) {
    this.sessions = sessions;
  }

  record TokenWish(String name, List<String> scopes, Instant expiresAt) {}

  record TokenJson(
      ApiTokenId id,
      String name,
      List<String> scopes,
      Instant createdAt,
      Instant seenAt,
      Instant expiresAt) {}

  record NewToken(ApiTokenId id, String token) {}

  record Passwords(String current, String next) {}

  @GET
  @Path("me/sessions")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(summary = "Where you are signed in, latest first")
  public Listing<OwnSession> list(@Parameter(hidden = true) @Auth Viewer viewer) {
    return new Listing<>(sessions.own(member(viewer)), null);
  }

  @DELETE
  @Path("me/sessions")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(summary = "Signs out everywhere, also here")
  public Response endAll(@Parameter(hidden = true) @Auth Viewer viewer) {
    sessions.endAll(member(viewer));
    return Response.noContent().build();
  }

  @DELETE
  @Path("me/sessions/{id}")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(summary = "Signs out there")
  public Response end(@Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    return found(
        SessionId.parse(id).map(known -> sessions.end(member(viewer), known)).orElse(false));
  }

  @PUT
  @Path("me/password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(summary = "Changes your password, and signs out everywhere but here")
  public Response changePassword(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @Parameter(hidden = true) @Context ContainerRequestContext request,
      Passwords body) {
    if (body == null || body.current() == null || body.next() == null) {
      throw Problem.of(400, "missing-field", "The fields 'current' and 'next' are needed.")
          .thrown();
    }
    var here = CurrentSession.of(request).orElseThrow();
    var change =
        sessions.changePassword(here, Password.typed(body.current()), Password.typed(body.next()));
    return switch (change) {
      case PasswordChange.Done _ -> Response.noContent().build();
      case PasswordChange.WrongPassword _ ->
          throw Problem.of(403, "wrong-password", "This is not your current password.").thrown();
      case PasswordChange.Weak(var why) ->
          throw Problem.of(422, "weak-password", why.sentence()).with("reason", word(why)).thrown();
      case PasswordChange.NoSuchLink _ -> throw Problem.notFound().thrown();
      case PasswordChange.TooManyAttempts(var wait) -> throw Problem.tooMany(wait).thrown();
    };
  }

  record FeedTokenJson(Instant madeAt) {}

  record NewFeedToken(String token, String feed) {}

  @GET
  @Path("me/feed-token")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(summary = "Whether there is a token for your private feeds, without its secret")
  public FeedTokenJson feedToken(@Parameter(hidden = true) @Auth Viewer viewer) {
    return new FeedTokenJson(sessions.feedTokens().madeAt(member(viewer)).orElse(null));
  }

  @PUT
  @Path("me/feed-token")
  @Access(value = Who.MEMBER, scope = Scope.ACCOUNT)
  @Operation(summary = "Makes a token for your private feeds; the one before ends")
  public NewFeedToken renewFeedToken(@Parameter(hidden = true) @Auth Viewer viewer) {
    var secret = sessions.feedTokens().renew(member(viewer)).secret();
    return new NewFeedToken(secret, "/feeds/" + secret + "/latest.atom");
  }

  @DELETE
  @Path("me/feed-token")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(summary = "Ends the token for your private feeds")
  public Response revokeFeedToken(@Parameter(hidden = true) @Auth Viewer viewer) {
    sessions.feedTokens().revoke(member(viewer));
    return Response.noContent().build();
  }

  @GET
  @Path("me/tokens")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(summary = "Your tokens for programs, latest first, without their secrets")
  public Listing<TokenJson> tokens(@Parameter(hidden = true) @Auth Viewer viewer) {
    return new Listing<>(
        sessions.apiTokens().own(member(viewer)).stream().map(MySessionsResource::json).toList(),
        null);
  }

  @POST
  @Path("me/tokens")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MEMBER, scope = Scope.ACCOUNT)
  @Operation(summary = "Makes a token for a program; its secret is in this answer and nowhere else")
  public Response make(@Parameter(hidden = true) @Auth Viewer viewer, TokenWish wish) {
    if (wish == null || wish.name() == null || wish.scopes() == null || wish.expiresAt() == null) {
      throw Problem.of(
              400, "missing-field", "The fields 'name', 'scopes' and 'expiresAt' are needed.")
          .thrown();
    }
    var made =
        sessions
            .apiTokens()
            .make(member(viewer), wish.name(), scopes(wish.scopes()), wish.expiresAt());
    return switch (made) {
      case ApiTokens.Made.Done(var id, var token) ->
          Response.status(201)
              .header("Cache-Control", "no-store")
              .entity(new NewToken(id, token.secret()))
              .build();
      case ApiTokens.Made.NotLikeThis _ ->
          throw Problem.of(
                  422,
                  "bad-token-wish",
                  "A token has a name of at most 60 characters, a scope, and an end within a year.")
              .thrown();
      case ApiTokens.Made.BeyondOwnScopes _ ->
          throw Problem.of(403, "scope-missing", "A token cannot give more than it may itself.")
              .thrown();
      case ApiTokens.Made.TooMany _ ->
          throw Problem.of(409, "too-many-tokens", "Revoke a token that you no longer use first.")
              .thrown();
    };
  }

  @DELETE
  @Path("me/tokens/{id}")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(summary = "Revokes a token")
  public Response revoke(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    return found(
        ApiTokenId.parse(id)
            .map(known -> sessions.apiTokens().revoke(member(viewer), known))
            .orElse(false));
  }

  private static Response found(boolean done) {
    if (!done) {
      throw Problem.notFound().thrown();
    }
    return Response.noContent().build();
  }

  private static TokenJson json(ApiTokens.ApiToken token) {
    return new TokenJson(
        token.id(),
        token.name(),
        token.scopes().stream().sorted().map(MySessionsResource::word).toList(),
        token.createdAt(),
        token.seenAt().orElse(null),
        token.expiresAt());
  }

  private static Set<Scope> scopes(List<String> words) {
    var scopes = EnumSet.noneOf(Scope.class);
    for (var text : words) {
      scopes.add(scope(text));
    }
    return scopes;
  }

  private static Scope scope(String text) {
    for (var scope : Scope.values()) {
      if (word(scope).equals(text)) {
        return scope;
      }
    }
    throw Problem.of(422, "bad-scope", "A scope is read, post, letters, staff or account.")
        .thrown();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Viewer.Member member(Viewer viewer) {
    return switch (viewer) {
      case Viewer.Member member -> member;
      case Viewer.Guest _ -> throw Problem.of(401, "sign-in-needed", "Sign in first.").thrown();
    };
  }
}
