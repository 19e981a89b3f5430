package postern.accounts;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import postern.http.Access;
import postern.http.Listing;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.AddressId;
import postern.kernel.MemberId;
import postern.kernel.Scope;
import postern.kernel.Viewer;
import postern.privacy.OwnAddress;
import postern.storage.Database;

/** One's own addresses, and the former authors behind them, in the JSON API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class MyAddressesResource {
  private final Database database;
  private final Accounts accounts;

  MyAddressesResource(Database database, Accounts accounts) {
    this.database = database;
    this.accounts = accounts;
  }

  /**
   * @param waiting how many were asked for and are not confirmed yet
   */
  record Mine(List<OwnAddress> items, String next, int waiting) {}

  record AddressWish(String address, String password) {}

  record Proof(String password) {}

  record FormerJson(MemberId id, String name, int posts) {}

  @GET
  @Path("me/addresses")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(summary = "Your confirmed addresses, the main one first")
  public Response list(@Parameter(hidden = true) @Auth Viewer viewer) {
    var member = MeResource.member(viewer);
    var mine =
        new Mine(accounts.addresses().own(member), null, accounts.addresses().waiting(member));
    return Response.ok(mine).header("Cache-Control", "no-store").build();
  }

  @POST
  @Path("me/addresses")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(
      summary = "Asks to use another address, which gets a mail; the same answer for every address")
  public Response add(@Parameter(hidden = true) @Auth Viewer viewer, AddressWish body) {
    var wish = Problem.required(body);
    AccountsResource.changed(
        accounts
            .addresses()
            .add(
                MeResource.member(viewer),
                Given.address(wish.address()),
                Given.password(wish.password(), "password")));
    return AccountsResource.accepted();
  }

  @PUT
  @Path("me/addresses/{id}/main")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(summary = "Makes this confirmed address the main one; the old one is told")
  public Response makeMain(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, Proof body) {
    return AccountsResource.changed(
        accounts.addresses().makeMain(MeResource.member(viewer), address(id), password(body)));
  }

  @POST
  @Path("me/addresses/{id}/removal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(summary = "Removes this address, which is told; never the main one")
  public Response remove(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, Proof body) {
    return AccountsResource.changed(
        accounts.addresses().remove(MeResource.member(viewer), address(id), password(body)));
  }

  @GET
  @Path("me/former-authors")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(
      summary = "Authors of imported archives behind your addresses, whose posts you may claim")
  public Listing<FormerJson> formers(@Parameter(hidden = true) @Auth Viewer viewer) {
    var member = MeResource.member(viewer);
    var claimable = database.read(tx -> accounts.formerAuthors().claimable(tx, member.id()));
    return new Listing<>(
        claimable.stream()
            .map(one -> new FormerJson(one.former(), one.name(), one.posts()))
            .toList(),
        null);
  }

  @PUT
  @Path("me/former-authors/{id}")
  @Access(value = Who.MEMBER, scope = Scope.ACCOUNT)
  @Operation(
      summary = "Claims the posts of a former author for good; ties your username to that name")
  public Response claim(@Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    boolean claimed =
        MemberId.parse(id)
            .map(former -> accounts.formerAuthors().claim(MeResource.member(viewer), former))
            .orElse(false);
    if (!claimed) {
      throw Problem.notFound().thrown();
    }
    return Response.noContent().build();
  }

  private static AddressId address(String id) {
    return AddressId.parse(id).orElseThrow(() -> Problem.notFound().thrown());
  }

  private static Password password(Proof body) {
    return Given.password(Problem.required(body).password(), "password");
  }
}
