package postern.accounts;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Line;
import postern.kernel.Role;
import postern.kernel.Scope;
import postern.kernel.Username;
import postern.kernel.Viewer;
import postern.privacy.AddressVault;
import postern.privacy.Reveal;
import postern.privacy.VisibleAddress;

/** Other members in the JSON API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class MembersResource {
  private static final int REASON_CHARACTERS = 500;

  private final Accounts accounts;
  private final AddressVault vault;

  MembersResource(Accounts accounts, AddressVault vault) {
    this.accounts = accounts;
    this.vault = vault;
  }

  /**
   * @param address null unless its owner shows it to this viewer now
   */
  record MemberJson(
      Username username, String displayName, Instant joinedAt, int posts, VisibleAddress address) {}

  record Grant(String role, String reason) {}

  @GET
  @Path("members/{username}")
  @Access(Who.ANYONE)
  @Operation(summary = "A member; the address only where its owner shows it to you")
  public Response read(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("username") String username) {
    var member = member(username);
    var json =
        new MemberJson(
            member.username(),
            member.displayName().orElse(null),
            member.joinedAt(),
            member.posts(),
            address(member, viewer));
    return Response.ok(json).header("Cache-Control", "no-store").build();
  }

  @PUT
  @Path("members/{username}/role")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  @Operation(summary = "Gives a member a role, with the reason, which is written down")
  public Response grant(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @PathParam("username") String username,
      Grant body) {
    var grant = Problem.required(body);
    var role = role(Given.field(grant.role(), "role"));
    var reason =
        Line.parse(Given.field(grant.reason(), "reason"), REASON_CHARACTERS)
            .orElseThrow(
                () ->
                    Problem.of(422, "bad-reason", "Give a reason of at most 500 characters.")
                        .thrown());
    var by = MeResource.member(viewer).id();
    return switch (accounts.grantRole(
        Optional.of(by), member(username).id(), role, reason.text())) {
      case RoleGranted.Done _ -> Response.noContent().build();
      case RoleGranted.NoSuchMember _ -> throw Problem.notFound().thrown();
      case RoleGranted.LastAdministrator _ ->
          throw Problem.of(409, "last-administrator", "Make somebody else an administrator first.")
              .thrown();
    };
  }

  private MemberView member(String username) {
    return Username.parse(username)
        .flatMap(accounts::find)
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  private VisibleAddress address(MemberView member, Viewer viewer) {
    return switch (vault.show(member.id(), viewer)) {
      case Reveal.Hidden _ -> null;
      case Reveal.Shown(var address, _) -> address;
      case Reveal.TooMany(var wait) -> throw Problem.tooMany(wait).thrown();
    };
  }

  private static Role role(String text) {
    return switch (text) {
      case "member" -> Role.MEMBER;
      case "moderator" -> Role.MODERATOR;
      case "administrator" -> Role.ADMINISTRATOR;
      default ->
          throw Problem.of(422, "bad-role", "A role is 'member', 'moderator' or 'administrator'.")
              .thrown();
    };
  }
}
