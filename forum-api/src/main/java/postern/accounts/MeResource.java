package postern.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.MemberId;
import postern.kernel.Scope;
import postern.kernel.Username;
import postern.kernel.Viewer;
import postern.privacy.Election;
import postern.privacy.Elections;
import postern.privacy.OwnAddress;
import postern.storage.Database;

/** One's own account, profile and election in the JSON API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {
  private final Database database;
  private final Accounts accounts;
  private final Elections elections;

  MeResource(Database database, Accounts accounts, Elections elections) {
    this.database = database;
    this.accounts = accounts;
    this.elections = elections;
  }

  /** What is absent stays as it is; an empty text or null empties it. */
  record Patch(JsonNode displayName, JsonNode jobTitle, JsonNode postalAddress, JsonNode phone) {}

  record Choice(String election) {}

  @GET
  @Path("me")
  @Access(value = Who.ANY_STANDING)
  @Operation(summary = "Your account")
  public Response read(@Parameter(hidden = true) @Auth Viewer viewer) {
    return answer(member(viewer));
  }

  @PATCH
  @Path("me")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(summary = "Changes what is given of your profile; an empty text empties a field")
  public Response change(@Parameter(hidden = true) @Auth Viewer viewer, Patch body) {
    var member = member(viewer);
    var patch = Problem.required(body);
    var name = text(patch.displayName(), "displayName");
    var fields =
        Map.of(
            PersonalField.JOB_TITLE, text(patch.jobTitle(), "jobTitle"),
            PersonalField.POSTAL_ADDRESS, text(patch.postalAddress(), "postalAddress"),
            PersonalField.PHONE, text(patch.phone(), "phone"));
    name.ifPresent(typed -> rename(member, typed));
    fields.forEach(
        (field, typed) ->
            typed.ifPresent(text -> require(accounts.profiles().set(member, field, text))));
    return answer(member);
  }

  @PUT
  @Path("me/address-election")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(summary = "Shows your address to nobody or to all members; nobody ends named ones too")
  public Response elect(@Parameter(hidden = true) @Auth Viewer viewer, Choice body) {
    var member = member(viewer);
    elections.elect(member, election(Given.field(Problem.required(body).election(), "election")));
    return answer(member);
  }

  @PUT
  @Path("me/address-election/{username}")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(summary = "Shows your address to one member until you withdraw it")
  public Response electFor(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("username") String username) {
    var member = member(viewer);
    var reader = reader(username);
    if (reader.equals(member.id())) {
      throw Problem.of(422, "oneself", "You see your own address anyway.").thrown();
    }
    database.run(tx -> elections.elect(tx, member.id(), reader));
    return Response.noContent().build();
  }

  @DELETE
  @Path("me/address-election/{username}")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(summary = "Shows your address to this member no longer")
  public Response withdraw(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("username") String username) {
    var member = member(viewer);
    var reader = reader(username);
    database.run(tx -> elections.withdraw(tx, member.id(), reader));
    return Response.noContent().build();
  }

  static Viewer.Member member(Viewer viewer) {
    return switch (viewer) {
      case Viewer.Member member -> member;
      case Viewer.Guest _ -> throw Problem.of(401, "sign-in-needed", "Sign in first.").thrown();
    };
  }

  private MemberId reader(String username) {
    return Username.parse(username)
        .flatMap(accounts::find)
        .map(MemberView::id)
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  private void rename(Viewer.Member member, String typed) {
    if (!member.active()) {
      throw Problem.of(403, "not-allowed", "You cannot change your public name just now.").thrown();
    }
    require(accounts.profiles().setDisplayName(member, typed));
  }

  private static void require(Profiles.Changed changed) {
    switch (changed) {
      case Profiles.Changed.Done _ -> {}
      case Profiles.Changed.NotAsName(var why) ->
          throw Problem.of(422, "bad-display-name", why.sentence())
              .with("reason", word(why))
              .thrown();
      case Profiles.Changed.TooLong(var field, int most) ->
          throw Problem.of(422, "too-long", "At most " + most + " characters.")
              .with("field", field.key())
              .thrown();
    }
  }

  private Response answer(Viewer.Member member) {
    return Response.ok(json(member)).header("Cache-Control", "no-store").build();
  }

  private MeJson json(Viewer.Member viewer) {
    var member = database.read(tx -> accounts.member(tx, viewer.id())).orElseThrow();
    boolean whole = viewer.scopes().contains(Scope.ACCOUNT);
    Optional<OwnAddress> main =
        whole
            ? accounts.addresses().own(viewer).stream().filter(OwnAddress::main).findFirst()
            : Optional.empty();
    Map<PersonalField, Profiles.Filled> fields = whole ? accounts.profiles().own(viewer) : Map.of();
    return new MeJson(
        member.id(),
        member.username(),
        member.displayName().orElse(null),
        main.map(OwnAddress::address).orElse(null),
        main.map(OwnAddress::confirmedAt).orElse(null),
        word(elections.of(viewer.id()).election()),
        whole ? shownTo(viewer.id()) : List.of(),
        word(member.role()),
        word(member.standing()),
        member.standingUntil().orElse(null),
        member.standingReason().orElse(null),
        member.joinedAt(),
        member.posts(),
        text(fields, PersonalField.JOB_TITLE),
        text(fields, PersonalField.POSTAL_ADDRESS),
        text(fields, PersonalField.PHONE));
  }

  private List<Username> shownTo(MemberId owner) {
    var readers = elections.of(owner).named().stream().map(named -> named.reader()).toList();
    var authors = database.read(tx -> accounts.authors(tx, readers));
    return readers.stream().map(reader -> authors.get(reader).username()).toList();
  }

  private static String text(Map<PersonalField, Profiles.Filled> fields, PersonalField field) {
    return Optional.ofNullable(fields.get(field)).map(Profiles.Filled::text).orElse(null);
  }

  private static Optional<String> text(JsonNode node, String name) {
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isNull() && !node.isTextual()) {
      throw Problem.of(400, "bad-json", "The field '" + name + "' is a text.").thrown();
    }
    return Optional.of(node.isNull() ? "" : node.textValue());
  }

  private static Election election(String text) {
    return switch (text) {
      case "nobody" -> Election.NOBODY;
      case "members" -> Election.MEMBERS;
      default ->
          throw Problem.of(422, "bad-election", "An election is 'nobody' or 'members'.").thrown();
    };
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
