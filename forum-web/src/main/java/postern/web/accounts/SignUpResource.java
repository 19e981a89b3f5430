package postern.web.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import postern.accounts.Asked;
import postern.accounts.Password;
import postern.accounts.SignUp;
import postern.accounts.SignUpForms;
import postern.http.Access;
import postern.http.Network;
import postern.http.Who;
import postern.kernel.EmailAddress;
import postern.kernel.Username;
import postern.web.Choice;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.Link;
import postern.web.MessagePage;
import postern.web.PageWriter;
import postern.web.Section;
import postern.web.Visit;

/** Becoming a member: first the neutral question for age, then three fields, then the mailbox. */
@Path("/sign-up")
@Produces(PageWriter.HTML)
public final class SignUpResource {
  private static final String OF_AGE = "yes";

  private final Desk desk;

  SignUpResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.ANYONE)
  public Response age(@Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    if (!visit.guest()) {
      return desk.answers().redirect("/");
    }
    return Age.closed(asked)
        ? desk.answers().page(closed(visit))
        : desk.answers().page(agePage(visit, "", Field.empty("birth_year"), Optional.empty()));
  }

  @POST
  @Path("/age")
  @Access(Who.ANYONE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response age(@Context ContainerRequestContext asked, MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var inputs = Inputs.of(form);
    if (Age.closed(asked)) {
      return desk.answers().page(closed(visit));
    }
    var month = inputs.text("birth_month");
    var born = Age.born(month, inputs.text("birth_year"), visit.now());
    if (born.isEmpty()) {
      var error = Optional.of("Choose a month, and write the year with four digits.");
      return desk.answers().refused(agePage(visit, month, inputs.field("birth_year"), error));
    }
    return Age.enough(born.get(), visit.now())
        ? desk.answers().page(emptyForm(visit))
        : tooYoung(visit);
  }

  @POST
  @Access(Who.ANYONE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signUp(
      @Context ContainerRequestContext asked,
      @Context HttpServletRequest from,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var inputs = Inputs.of(form);
    if (Age.closed(asked) || !inputs.is("of_age", OF_AGE)) {
      return desk.answers().seeOther("/sign-up");
    }
    var typed = SignUpTyped.of(inputs, forms());
    if (forms().guarded() && !inputs.text(FormGuard.TRAP).isEmpty()) {
      return later(visit, typed, forms().fresh());
    }
    return switch (forms().check(inputs.text("form"), inputs.text("proof"))) {
      case SignUpForms.Checked.Fine(var passed) -> signUp(visit, typed, network(from), passed);
      case SignUpForms.Checked.TooQuick(var left) ->
          later(visit, typed, forms().again(inputs.text("form")), left);
      case SignUpForms.Checked.Stale _ -> later(visit, typed, forms().fresh());
    };
  }

  private Response signUp(Visit visit, SignUpTyped typed, Network from, SignUpForms.Passed passed) {
    var username = typed.username();
    var address = typed.address();
    var name = Username.parse(username.value());
    var real = EmailAddress.parse(address.value());
    if (name.isEmpty() || real.isEmpty()) {
      return refused(
          visit,
          name.isEmpty()
              ? username.refused(
                  "3 to 30 of a to z, 0 to 9 and hyphen, and no hyphen at either end.")
              : username,
          real.isEmpty()
              ? address.refused("This is not an address that mail could reach. Look for a slip.")
              : address,
          Field.empty("password"),
          typed.guard());
    }
    var wish = new SignUp(name.get(), real.get(), Password.typed(typed.password()), true);
    var outcome = desk.forum().accounts().signUps().ask(wish, from, passed);
    return asked(visit, typed, outcome);
  }

  @GET
  @Path("/sent")
  @Access(Who.ANYONE)
  public Response sent(@Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    return desk.answers()
        .page(
            new LookInMailboxPage(
                visit.frame("Look into your mailbox", Section.NONE),
                false,
                Lives.words(desk.forum().foundation().settings().accounts().signUpLifetime())));
  }

  private Response asked(Visit visit, SignUpTyped typed, Asked outcome) {
    var username = typed.username();
    var address = typed.address();
    var none = Field.empty("password");
    return switch (outcome) {
      case Asked.LookIntoYourMailbox _ -> desk.answers().seeOther("/sign-up/sent");
      case Asked.UnderAge _ -> tooYoung(visit);
      case Asked.FormUsed _ -> later(visit, typed, forms().fresh());
      case Asked.UsernameTaken _ ->
          refused(
              visit,
              username.refused("Somebody has this username. Choose another."),
              address,
              none,
              typed.guard());
      case Asked.UsernameNotAllowed _ ->
          refused(
              visit,
              username.refused("The site keeps this name for itself. Choose another."),
              address,
              none,
              typed.guard());
      case Asked.WeakPassword(var why) ->
          refused(visit, username, address, none.refused(why.sentence()), typed.guard());
    };
  }

  private Response refused(
      Visit visit, Field username, Field address, Field password, Optional<FormGuard> guard) {
    return desk.answers().refused(form(visit, username, address, password, guard));
  }

  private Response later(Visit visit, SignUpTyped typed, SignUpForms.Form form) {
    return later(visit, typed, form, form.unproved());
  }

  /** Nothing that was typed is lost: it waits in the page, sealed for that form alone. */
  private Response later(Visit visit, SignUpTyped typed, SignUpForms.Form form, Duration wait) {
    var kept =
        forms()
            .keep(
                form.seal(),
                List.of(typed.username().value(), typed.address().value(), typed.password()));
    long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
    return desk.answers()
        .refused(
            new SendLaterPage(
                visit.frame("One moment more", Section.NONE, "/sign-up"),
                OF_AGE,
                seconds,
                kept,
                FormGuard.of(form)));
  }

  private SignUpPage emptyForm(Visit visit) {
    return form(
        visit,
        Field.empty("username"),
        Field.empty("address"),
        Field.empty("password"),
        forms().guarded() ? Optional.of(FormGuard.of(forms().fresh())) : Optional.empty());
  }

  private static SignUpPage form(
      Visit visit, Field username, Field address, Field password, Optional<FormGuard> guard) {
    var frame = visit.frame("Sign up", Section.NONE, "/sign-up");
    return new SignUpPage(frame, OF_AGE, username, address, password, guard);
  }

  private SignUpForms forms() {
    return desk.forum().accounts().signUps().forms();
  }

  private Response tooYoung(Visit visit) {
    boolean secure = desk.forum().foundation().settings().edge().origin().secure();
    return Response.ok(closed(visit), PageWriter.HTML).cookie(Age.closing(secure)).build();
  }

  /** Does not say which answer would have opened the way. */
  private static MessagePage closed(Visit visit) {
    return new MessagePage(
        visit.frame("You cannot sign up now", Section.NONE, "/sign-up"),
        List.of(
            "By your answer we may not make an account for you. Nothing of it was kept here.",
            "You can read everything that is open to visitors."),
        Optional.of(new Link("Go to the boards", "/")));
  }

  private static AgePage agePage(Visit visit, String month, Field year, Optional<String> error) {
    var months =
        Arrays.stream(Month.values())
            .map(
                each ->
                    new Choice(
                        Integer.toString(each.getValue()),
                        each.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        Integer.toString(each.getValue()).equals(month)))
            .toList();
    return new AgePage(visit.frame("Sign up", Section.NONE, "/sign-up"), months, year, error);
  }

  static Network network(HttpServletRequest from) {
    return Network.of(from.getRemoteAddr());
  }
}
