package postern.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import postern.http.Access;
import postern.http.Network;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.MemberId;
import postern.kernel.Username;

/** What needs no account yet, or a mailed link alone, in the JSON API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountsResource {
  private final Accounts accounts;

  AccountsResource(Accounts accounts) {
    this.accounts = accounts;
  }

  record SignUpWish(String username, String address, String password, Boolean ofAge) {}

  record Link(String token) {}

  record Joined(MemberId id, Username username) {}

  record Login(String login) {}

  record NewPassword(String token, String password) {}

  @POST
  @Path("accounts")
  @Access(Who.ANYONE)
  @Operation(
      summary = "Signs up; the address gets a mail, and the answer is the same for every address")
  public Response signUp(
      @Parameter(hidden = true) @Context HttpServletRequest from, SignUpWish body) {
    var wish = Problem.required(body);
    var asked =
        accounts
            .signUps()
            .ask(
                new SignUp(
                    Given.username(wish.username()),
                    Given.address(wish.address()),
                    Given.password(wish.password(), "password"),
                    Given.field(wish.ofAge(), "ofAge")),
                network(from));
    return switch (asked) {
      case Asked.LookIntoYourMailbox _ -> accepted();
      case Asked.UnderAge _ ->
          throw Problem.of(422, "under-age", "You cannot sign up yet. Nothing of this was kept.")
              .thrown();
      case Asked.UsernameTaken _ ->
          throw Problem.of(409, "username-taken", "Somebody has this username. Choose another.")
              .thrown();
      case Asked.UsernameNotAllowed _ ->
          throw Problem.of(422, "username-reserved", "The site keeps this name. Choose another.")
              .thrown();
      case Asked.FormUsed _ -> throw new IllegalStateException("the API brings no form");
      case Asked.WeakPassword(var why) -> throw Given.weak(why).thrown();
    };
  }

  @POST
  @Path("accounts/verify")
  @Access(Who.ANYONE)
  @Operation(summary = "Confirms the address by the token of the mail's link; makes the member")
  public Response verify(@Parameter(hidden = true) @Context HttpServletRequest from, Link body) {
    var token = Given.token(Problem.required(body).token());
    return switch (accounts.signUps().verify(token, network(from))) {
      case Verified.Member(var id, var username) ->
          Response.status(201).entity(new Joined(id, username)).build();
      case Verified.AddressTaken _ -> throw addressTaken().thrown();
      case Verified.NoSuchLink _ -> throw Given.noSuchLink().thrown();
    };
  }

  @POST
  @Path("accounts/forgotten")
  @Access(Who.ANYONE)
  @Operation(summary = "Mails a link for a new password, if there is such a member; always 202")
  public Response forgotten(
      @Parameter(hidden = true) @Context HttpServletRequest from, Login body) {
    var login = Given.field(Problem.required(body).login(), "login");
    accounts.passwords().forgotten(login, network(from));
    return accepted();
  }

  @POST
  @Path("accounts/reset")
  @Access(Who.ANYONE)
  @Operation(summary = "Sets a new password by the token of the mail's link; signs out everywhere")
  public Response reset(
      @Parameter(hidden = true) @Context HttpServletRequest from, NewPassword body) {
    var token = Given.token(Problem.required(body).token());
    var next = Given.password(body.password(), "password");
    return switch (accounts.passwords().reset(token, next, network(from))) {
      case PasswordChange.Done _ -> Response.noContent().build();
      case PasswordChange.Weak(var why) -> throw Given.weak(why).thrown();
      case PasswordChange.WrongPassword _ -> throw Given.wrongPassword().thrown();
      case PasswordChange.NoSuchLink _ -> throw Given.noSuchLink().thrown();
      case PasswordChange.TooManyAttempts(var wait) -> throw Problem.tooMany(wait).thrown();
    };
  }

  @POST
  @Path("accounts/addresses/confirm")
  @Access(Who.ANYONE)
  @Operation(summary = "Confirms another address of a member by the token of the mail's link")
  public Response confirmAddress(
      @Parameter(hidden = true) @Context HttpServletRequest from, Link body) {
    var token = Given.token(Problem.required(body).token());
    return changed(accounts.addresses().confirm(token, network(from)));
  }

  @POST
  @Path("accounts/addresses/undo")
  @Access(Who.ANYONE)
  @Operation(summary = "Undoes a change of addresses from the old one; signs out everywhere")
  public Response undo(@Parameter(hidden = true) @Context HttpServletRequest from, Link body) {
    var token = Given.token(Problem.required(body).token());
    return changed(accounts.addresses().undo(token, network(from)));
  }

  static Response changed(AddressChange change) {
    return switch (change) {
      case AddressChange.Done _ -> Response.noContent().build();
      case AddressChange.WrongPassword _ -> throw Given.wrongPassword().thrown();
      case AddressChange.TooManyAttempts(var wait) -> throw Problem.tooMany(wait).thrown();
      case AddressChange.NotYours _ -> throw Problem.notFound().thrown();
      case AddressChange.IsMain _ ->
          throw Problem.of(
                  409, "main-address", "Choose another main address before you remove this one.")
              .thrown();
      case AddressChange.AddressTaken _ -> throw addressTaken().thrown();
      case AddressChange.NoSuchLink _ -> throw Given.noSuchLink().thrown();
    };
  }

  static Response accepted() {
    return Response.status(202).entity(Map.of()).build();
  }

  private static Problem addressTaken() {
    return Problem.of(
        409,
        "address-taken",
        "Meanwhile this address was confirmed for another account. Sign in there, or use another"
            + " address.");
  }

  private static Network network(HttpServletRequest from) {
    return Network.of(from.getRemoteAddr());
  }
}
