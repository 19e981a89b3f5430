package postern.web.sandbox;

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
import java.util.List;
import java.util.Optional;
import postern.delivery.Sandbox;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.EmailAddress;
import postern.kernel.Id;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Section;
import postern.web.Visit;

/**
 * The mail that would have left, and an answer as its recipient. Where mail really leaves, there is
 * no sandbox and nothing here.
 */
@Path("/sandbox")
@Produces(PageWriter.HTML)
public final class SandboxResource {
  private static final int MOST = 100;

  private final Desk desk;

  public SandboxResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.ANYONE)
  public Response list(@Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var rows =
        sandbox().messages(MOST).stream()
            .map(
                mail -> {
                  var shown = ShownMail.of(mail.raw());
                  return new SandboxPage.Row(
                      "/sandbox/" + mail.id(),
                      mail.to(),
                      shown.from(),
                      shown.subject(),
                      visit.when(mail.at()));
                })
            .toList();
    return desk.answers().page(new SandboxPage(visit.frame("Sandbox", Section.SANDBOX), rows));
  }

  @GET
  @Path("/{id}")
  @Access(Who.ANYONE)
  public Response read(@Context ContainerRequestContext asked, @PathParam("id") String id) {
    return desk.answers().page(page(desk.visit(asked), mail(id), Field.empty("body")));
  }

  @POST
  @Path("/{id}/answer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Access(Who.ANYONE)
  public Response answer(
      @Context ContainerRequestContext asked,
      @PathParam("id") String id,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var mail = mail(id);
    var body = Inputs.of(form).field("body");
    var shown = ShownMail.of(mail.raw());
    var from = EmailAddress.parse(mail.to()).orElseThrow();
    var raw =
        shown.answer(mail.to(), body.value(), desk.forum().foundation().sources().randomness());
    var reply = desk.forum().intake().deliverFromSandbox(from, shown.mailbox(), raw);
    return reply.positive()
        ? desk.answers().seeOther("/sandbox")
        : desk.answers().refused(page(visit, mail, body.refused(reply.text())));
  }

  private SandboxMessagePage page(Visit visit, Sandbox.Message mail, Field body) {
    var shown = ShownMail.of(mail.raw());
    return new SandboxMessagePage(
        visit.frame("A mail in the sandbox", Section.SANDBOX),
        shown.subject(),
        List.of(
            new SandboxMessagePage.Header("From", shown.from()),
            new SandboxMessagePage.Header("To", mail.to()),
            new SandboxMessagePage.Header("Date", shown.date())),
        shown.body(desk.forum().foundation().settings().edge().origin()),
        new String(mail.raw(), java.nio.charset.StandardCharsets.UTF_8),
        visit.when(mail.at()),
        shown.isLetter() ? Optional.of("/sandbox/" + mail.id() + "/answer") : Optional.empty(),
        mail.to(),
        body);
  }

  private Sandbox.Message mail(String id) {
    return Id.parse(id, Long::valueOf)
        .flatMap(sandbox()::message)
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  private Sandbox sandbox() {
    return desk.forum()
        .foundation()
        .delivery()
        .sandbox()
        .orElseThrow(() -> Problem.notFound().thrown());
  }
}
