package postern.web.letters;

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
import postern.accounts.MemberView;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.kernel.Username;
import postern.letters.NewLetter;
import postern.letters.Written;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.People;
import postern.web.Section;
import postern.web.Visit;

/** A new letter to a member. */
@Path("/m/{username}/letter")
@Produces(PageWriter.HTML)
public final class WriteLetterResource {
  private final Desk desk;
  private final LetterPages pages;

  WriteLetterResource(Desk desk, LetterPages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @GET
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response form(
      @Context ContainerRequestContext asked, @PathParam("username") String username) {
    var visit = desk.visit(asked);
    return desk.answers()
        .page(page(visit, member(username), Field.empty("subject"), Field.empty("body"), false));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response send(
      @Context ContainerRequestContext asked,
      @PathParam("username") String username,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var to = member(username);
    var inputs = Inputs.of(form);
    var subject = inputs.text("subject");
    var body = inputs.text("body").replace("\r\n", "\n");
    boolean share = inputs.is("share_address", "yes");
    if (inputs.text("own_address").isEmpty()
        && !pages.letters().ownWords().in(visit.member(), subject + "\n" + body).isEmpty()) {
      return desk.answers()
          .refused(
              pages.own(visit, People.name(to), action(to), Optional.of(subject), body, share));
    }
    var letter = new NewLetter(subject, body, share, inputs.is("own_address", "leave"));
    var written = pages.letters().write(visit.member(), to.username(), letter);
    return written instanceof Written.Sent sent
        ? pages.sent(sent)
        : desk.answers()
            .refused(
                page(
                    visit,
                    to,
                    inputs.field("subject"),
                    inputs.field("body").refused(LetterPages.refusal(written)),
                    share));
  }

  private WriteLetterPage page(
      Visit visit, MemberView to, Field subject, Field body, boolean share) {
    var member = visit.member();
    var name = People.name(to);
    var postern = pages.theySee(member, to.id(), name);
    return new WriteLetterPage(
        visit.frame("A letter to " + name.text(), Section.LETTERS),
        name,
        action(to),
        subject,
        body,
        share,
        postern.open(),
        pages.fromLine(member, pages.letters().with(member, to.id())),
        postern);
  }

  private static String action(MemberView to) {
    return "/m/" + to.username() + "/letter";
  }

  private MemberView member(String username) {
    return Username.parse(username)
        .flatMap(desk.forum().accounts()::find)
        .orElseThrow(() -> Problem.notFound().thrown());
  }
}
