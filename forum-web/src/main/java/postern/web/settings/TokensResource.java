package postern.web.settings;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.sessions.ApiTokenId;
import postern.sessions.ApiTokens;
import postern.web.Choice;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Visit;

/** Tokens for a member's own programs. A new one's secret is on the page that follows, once. */
@Path("/settings/tokens")
@Produces(PageWriter.HTML)
public final class TokensResource {
  private static final List<Integer> LIVES = List.of(30, 90, 365);
  private static final String USUAL_LIFE = "90";

  private final Desk desk;

  TokensResource(Desk desk) {
    this.desk = desk;
  }

  private record Form(Field name, Set<Scope> scopes, String days, Optional<String> scopeError) {
    static final Form EMPTY =
        new Form(Field.empty("name"), Set.of(Scope.READ), USUAL_LIFE, Optional.empty());
  }

  @GET
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  public Response list(@Context ContainerRequestContext asked) {
    return desk.answers().page(page(desk.visit(asked), Optional.empty(), Form.EMPTY));
  }

  @POST
  @Access(value = Who.MEMBER, scope = Scope.ACCOUNT)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response make(
      @Context ContainerRequestContext asked, MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var inputs = Inputs.of(form);
    var scopes = EnumSet.noneOf(Scope.class);
    inputs.all("scope").forEach(word -> scope(word).ifPresent(scopes::add));
    var days = LIVES.stream().map(String::valueOf).filter(inputs.text("days")::equals).findFirst();
    var typed =
        new Form(
            inputs.field("name"),
            scopes,
            days.orElse(USUAL_LIFE),
            scopes.isEmpty()
                ? Optional.of("Choose one thing at least.")
                : Optional.<String>empty());
    return scopes.isEmpty()
        ? desk.answers().refused(page(visit, Optional.empty(), typed))
        : made(visit, typed);
  }

  @POST
  @Path("/{id}/revoke")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  public Response revoke(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var member = desk.visit(asked).member();
    var token = ApiTokenId.parse(id).orElseThrow(() -> Problem.notFound().thrown());
    if (!tokens().revoke(member, token)) {
      throw Problem.notFound().thrown();
    }
    return desk.answers().seeOther(Said.REVOKED.at(SettingsPart.TOKENS.href()));
  }

  private Response made(Visit visit, Form typed) {
    var ends = visit.now().plus(Duration.ofDays(Integer.parseInt(typed.days())));
    return switch (tokens().make(visit.member(), typed.name().value(), typed.scopes(), ends)) {
      case ApiTokens.Made.Done(_, var token) ->
          desk.answers().page(page(visit, Optional.of(token.secret()), Form.EMPTY));
      case ApiTokens.Made.NotLikeThis _ ->
          refused(visit, typed, "A name of 1 to 60 characters, on one line.");
      case ApiTokens.Made.TooMany _ ->
          refused(visit, typed, "You have many tokens. End one that you no longer use first.");
      case ApiTokens.Made.BeyondOwnScopes _ ->
          throw Problem.of(403, "scope-missing", "A token cannot give more than it may itself.")
              .thrown();
    };
  }

  private Response refused(Visit visit, Form typed, String why) {
    var form =
        new Form(typed.name().refused(why), typed.scopes(), typed.days(), typed.scopeError());
    return desk.answers().refused(page(visit, Optional.empty(), form));
  }

  private TokensPage page(Visit visit, Optional<String> made, Form form) {
    return new TokensPage(
        SettingsFrames.of(desk, visit, SettingsPart.TOKENS),
        made,
        tokens().own(visit.member()).stream().map(token -> row(visit, token)).toList(),
        form.name(),
        Arrays.stream(Scope.values())
            .map(scope -> new Choice(word(scope), meaning(scope), form.scopes().contains(scope)))
            .toList(),
        LIVES.stream().map(days -> life(days, form.days())).toList(),
        form.scopeError());
  }

  private static TokensPage.TokenRow row(Visit visit, ApiTokens.ApiToken token) {
    return new TokensPage.TokenRow(
        token.name(),
        token.scopes().stream()
            .sorted()
            .map(TokensResource::meaning)
            .collect(Collectors.joining("; ")),
        visit.when(token.createdAt()),
        token.seenAt().map(visit::when),
        visit.when(token.expiresAt()),
        "/settings/tokens/" + token.id() + "/revoke");
  }

  private static Choice life(int days, String chosen) {
    return new Choice(
        Integer.toString(days), days + " days", Integer.toString(days).equals(chosen));
  }

  private static String meaning(Scope scope) {
    return switch (scope) {
      case READ -> "Read what you can read, letters not among it";
      case POST -> "Write posts as you";
      case LETTERS -> "Read and write your letters";
      case STAFF -> "Moderate and administrate as far as you may";
      case ACCOUNT -> "Change your account: password, addresses, who sees them";
    };
  }

  private static Optional<Scope> scope(String word) {
    return Arrays.stream(Scope.values()).filter(scope -> word(scope).equals(word)).findFirst();
  }

  private static String word(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }

  private ApiTokens tokens() {
    return desk.forum().sessions().apiTokens();
  }
}
