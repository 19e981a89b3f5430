package postern.web.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import postern.accounts.AddressChange;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Token;
import postern.web.ConfirmPage;
import postern.web.Desk;
import postern.web.Link;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Section;

/**
 * The links of mails about a member's addresses: confirming another one, and undoing a change from
 * the address that was there before. They work without a session, for whoever holds the mailbox.
 */
@Path("/address")
@Produces(PageWriter.HTML)
public final class AddressLinkResource {
  private final Desk desk;

  AddressLinkResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Path("/{token}")
  @Access(Who.ANYONE)
  public Response askConfirm(@Context ContainerRequestContext asked) {
    return ask(
        asked,
        "Confirm this address",
        "Mail for the member who asked can come to this address from then on.",
        "Confirm this address",
        false);
  }

  @POST
  @Path("/{token}")
  @Access(Who.ANYONE)
  public Response confirm(
      @PathParam("token") String token,
      @Context HttpServletRequest from,
      @Context ContainerRequestContext asked) {
    var addresses = desk.forum().accounts().addresses();
    return acted(
        asked,
        token,
        link -> addresses.confirm(link, SignUpResource.network(from)),
        Said.ADDRESS_CONFIRMED.at("/settings/address"));
  }

  @GET
  @Path("/undo/{token}")
  @Access(Who.ANYONE)
  public Response askUndo(@Context ContainerRequestContext asked) {
    return ask(
        asked,
        "Undo the change of address",
        "Your address comes back to your account, and every device is signed out.",
        "Undo the change",
        true);
  }

  @POST
  @Path("/undo/{token}")
  @Access(Who.ANYONE)
  public Response undo(
      @PathParam("token") String token,
      @Context HttpServletRequest from,
      @Context ContainerRequestContext asked) {
    var addresses = desk.forum().accounts().addresses();
    return acted(
        asked,
        token,
        link -> addresses.undo(link, SignUpResource.network(from)),
        Said.ADDRESS_UNDONE.at("/forgotten"));
  }

  private Response ask(
      ContainerRequestContext asked, String title, String what, String button, boolean grave) {
    var visit = desk.visit(asked);
    return desk.answers()
        .page(
            new ConfirmPage(
                visit.frame(title, Section.NONE, "/address"),
                List.of(what, "If you did not ask for this, close the page and nothing happens."),
                visit.path(),
                button,
                grave,
                Optional.empty()));
  }

  private Response acted(
      ContainerRequestContext asked,
      String token,
      Function<Token, AddressChange> act,
      String afterwards) {
    var visit = desk.visit(asked);
    var outcome = Token.parse(token).map(act).orElseGet(AddressChange.NoSuchLink::new);
    return switch (outcome) {
      case AddressChange.Done _ -> desk.answers().seeOther(afterwards);
      case AddressChange.AddressTaken _ -> desk.answers().page(Links.CONFLICT, Links.taken(visit));
      case AddressChange.NoSuchLink _,
          AddressChange.NotYours _,
          AddressChange.IsMain _,
          AddressChange.WrongPassword _ ->
          desk.answers()
              .page(
                  Links.GONE,
                  Links.over(
                      visit,
                      "Your settings say which addresses are confirmed.",
                      new Link("My address", "/settings/address")));
      case AddressChange.TooManyAttempts(var wait) -> throw Problem.tooMany(wait).thrown();
    };
  }
}
