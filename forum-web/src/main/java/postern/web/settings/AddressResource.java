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
import java.util.Optional;
import java.util.function.Function;
import postern.accounts.AddressChange;
import postern.accounts.Addresses;
import postern.accounts.MemberView;
import postern.accounts.Password;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.AddressId;
import postern.kernel.EmailAddress;
import postern.kernel.MemberId;
import postern.kernel.Scope;
import postern.kernel.Username;
import postern.privacy.Election;
import postern.web.Desk;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Visit;

/** Who sees the member's address, and which address it is. */
@Path("/settings/address")
@Produces(PageWriter.HTML)
public final class AddressResource {
  private static final String HERE = SettingsPart.ADDRESS.href();

  private final Desk desk;
  private final AddressPages pages;

  AddressResource(Desk desk) {
    this.desk = desk;
    this.pages = new AddressPages(desk);
  }

  @GET
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  public Response form(@Context ContainerRequestContext asked) {
    return desk.answers().page(pages.page(desk.visit(asked), AddressPages.Typed.NOTHING));
  }

  @POST
  @Path("/election")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response elect(
      @Context ContainerRequestContext asked, MultivaluedMap<String, String> form) {
    var member = desk.visit(asked).member();
    return switch (Inputs.of(form).text("election")) {
      case "nobody" -> {
        desk.forum().foundation().elections().elect(member, Election.NOBODY);
        yield desk.answers().seeOther(Said.HIDDEN_FROM_ALL.at(HERE));
      }
      case "members" -> {
        desk.forum().foundation().elections().elect(member, Election.MEMBERS);
        yield desk.answers().seeOther(Said.SHOWN_TO_MEMBERS.at(HERE));
      }
      default -> throw Problem.of(400, "bad-request", "Choose who sees your address.").thrown();
    };
  }

  @POST
  @Path("/named")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response name(
      @Context ContainerRequestContext asked, MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var typed = Inputs.of(form).field("username");
    var found = reader(typed.value());
    if (found.isEmpty() || found.get().equals(visit.member().id())) {
      var why = found.isEmpty() ? "No member has this name." : "You see your own address anyway.";
      return desk.answers()
          .refused(pages.page(visit, AddressPages.Typed.NOTHING.named(typed.refused(why))));
    }
    desk.forum()
        .foundation()
        .storage()
        .database()
        .run(
            tx ->
                desk.forum().foundation().elections().elect(tx, visit.member().id(), found.get()));
    return desk.answers().seeOther(Said.SHOWN_TO_ONE.at(HERE));
  }

  @POST
  @Path("/named/{username}/withdraw")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  public Response withdraw(
      @PathParam("username") String username, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var reader = reader(username).orElseThrow(() -> Problem.notFound().thrown());
    desk.forum()
        .foundation()
        .storage()
        .database()
        .run(tx -> desk.forum().foundation().elections().withdraw(tx, visit.member().id(), reader));
    return desk.answers().seeOther(Said.WITHDRAWN.at(HERE));
  }

  @POST
  @Path("/change")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @Context ContainerRequestContext asked, MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var inputs = Inputs.of(form);
    var typed = inputs.field("address");
    var address = EmailAddress.parse(typed.value());
    if (address.isEmpty()) {
      var wrong = typed.refused("This is not an address that mail could reach. Look for a slip.");
      return desk.answers().refused(pages.page(visit, AddressPages.Typed.NOTHING.address(wrong)));
    }
    return changed(
        visit,
        inputs,
        password -> addresses().add(visit.member(), address.get(), password),
        Said.MAIL_SENT);
  }

  @POST
  @Path("/{id: [0-9]+}/main")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response makeMain(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    return changed(
        visit,
        Inputs.of(form),
        password -> addresses().makeMain(visit.member(), address(id), password),
        Said.ADDRESS_MAIN);
  }

  @POST
  @Path("/{id: [0-9]+}/remove")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    return changed(
        visit,
        Inputs.of(form),
        password -> addresses().remove(visit.member(), address(id), password),
        Said.ADDRESS_REMOVED);
  }

  private Response changed(
      Visit visit, Inputs inputs, Function<Password, AddressChange> change, Said done) {
    var password = Password.typed(inputs.text("password"));
    return switch (change.apply(password)) {
      case AddressChange.Done _ -> desk.answers().seeOther(done.at(HERE));
      case AddressChange.WrongPassword _ ->
          desk.answers()
              .refused(
                  pages.page(
                      visit,
                      AddressPages.Typed.NOTHING
                          .address(inputs.field("address"))
                          .wrongPassword("This is not your password.")));
      case AddressChange.TooManyAttempts(var wait) -> throw Problem.tooMany(wait).thrown();
      case AddressChange.IsMain _ ->
          throw Problem.of(409, "main-address", "Make another address the main one first.")
              .thrown();
      case AddressChange.NotYours _, AddressChange.AddressTaken _, AddressChange.NoSuchLink _ ->
          throw Problem.notFound().thrown();
    };
  }

  private Optional<MemberId> reader(String username) {
    return Username.parse(username).flatMap(desk.forum().accounts()::find).map(MemberView::id);
  }

  private static AddressId address(String id) {
    return AddressId.parse(id).orElseThrow(() -> Problem.notFound().thrown());
  }

  private Addresses addresses() {
    return desk.forum().accounts().addresses();
  }
}
