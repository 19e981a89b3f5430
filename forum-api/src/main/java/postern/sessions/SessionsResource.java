package postern.sessions;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import postern.accounts.Password;
import postern.http.Access;
import postern.http.Network;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.kernel.Viewer;

/** Sign-in and sign-out of programs in the JSON API. It sets no cookie. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionsResource {
  private final Sessions sessions;

  SessionsResource(Sessions sessions) {
    this.sessions = sessions;
  }

  record Credentials(String login, String password) {}

  record Opened(String token, Instant expiresAt) {}

  @POST
  @Path("sessions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Who.ANYONE)
  @Operation(summary = "Signs in by a username or a confirmed address, and a password")
  public Response signIn(
      @Parameter(hidden = true) @Context HttpServletRequest from,
      @Parameter(hidden = true) @Context HttpHeaders headers,
      Credentials body) {
    if (body == null || body.login() == null || body.password() == null) {
      throw Problem.of(400, "missing-field", "The fields 'login' and 'password' are needed.")
          .thrown();
    }
    var signIn =
        new SignIn(
            body.login(),
            Password.typed(body.password()),
            Network.of(from.getRemoteAddr()),
            Optional.empty(),
            headers.getHeaderString(HttpHeaders.USER_AGENT));
    return switch (sessions.signIns().signIn(signIn)) {
      case SignedIn.Done(var session, _) ->
          Response.status(201)
              .header("Cache-Control", "no-store")
              .entity(new Opened(session.token().secret(), session.expiresAt()))
              .build();
      case SignedIn.Wrong _ ->
          throw Problem.of(401, "wrong-login", "The login or the password is not right.").thrown();
      case SignedIn.Unverified _ ->
          throw Problem.of(
                  403,
                  "unverified",
                  "Confirm your address first: open the link in the mail that we have just sent"
                      + " again.")
              .thrown();
      case SignedIn.TooMany(var wait) -> throw Problem.tooMany(wait).thrown();
    };
  }

  @DELETE
  @Path("sessions/current")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(summary = "Signs out: the token of this call opens nothing any more")
  public Response signOut(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @Parameter(hidden = true) @Context ContainerRequestContext request) {
    var current = CurrentSession.of(request).orElseThrow();
    switch (current.means()) {
      case COOKIE, BEARER -> sessions.end(current.member(), new SessionId(current.id()));
      case API_TOKEN -> sessions.apiTokens().revoke(current.member(), new ApiTokenId(current.id()));
    }
    return Response.noContent().build();
  }
}
