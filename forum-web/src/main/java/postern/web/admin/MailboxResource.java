package postern.web.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Problem;
import postern.http.Who;
import postern.intake.OperatorsMailbox;
import postern.kernel.Id;
import postern.kernel.Scope;
import postern.web.Desk;
import postern.web.PageWriter;
import postern.web.Pager;
import postern.web.Said;
import postern.web.Visit;

/** What anybody wrote to the operators by mail. */
@Path(MailboxResource.HERE)
@Produces(PageWriter.HTML)
public final class MailboxResource {
  static final String HERE = "/admin/mailbox";
  private static final Instant LAST = Instant.parse("2900-01-01T00:00:00Z");
  private static final int ROWS = 50;

  private final Desk desk;

  MailboxResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response list(@QueryParam("after") String after, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var cursor = Optional.ofNullable(Cursor.parse(after));
    var mails =
        mailbox()
            .list(
                cursor.map(Cursor::at).orElse(LAST),
                cursor.map(Cursor::id).orElse(Long.MAX_VALUE),
                ROWS);
    var older =
        mails.more()
            ? Optional.of(
                HERE
                    + "?after="
                    + new Cursor(mails.rows().getLast().receivedAt(), mails.rows().getLast().id())
                        .text())
            : Optional.<String>empty();
    return desk.answers()
        .page(
            page(
                visit,
                "Mailbox",
                mails.rows().stream().map(row -> row(visit, row)).toList(),
                Pager.byKey(cursor.map(_ -> HERE), older),
                Optional.empty()));
  }

  @GET
  @Path("/{id}")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response open(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var mail =
        Id.parse(id, Long::valueOf)
            .flatMap(mailbox()::open)
            .orElseThrow(() -> Problem.notFound().thrown());
    var shown =
        new MailboxPage.Opened(
            subject(mail.subject()),
            mail.from(),
            mail.mailbox(),
            mail.text(),
            visit.when(mail.receivedAt()),
            HERE + "/" + mail.id() + "/delete");
    return desk.answers()
        .page(page(visit, "A message", List.of(), Pager.none(), Optional.of(shown)));
  }

  @POST
  @Path("/{id}/delete")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response delete(@PathParam("id") String id) {
    if (!Id.parse(id, Long::valueOf).map(mailbox()::delete).orElse(false)) {
      throw Problem.notFound().thrown();
    }
    return desk.answers().seeOther(Said.SAVED.at(HERE));
  }

  private static MailboxPage page(
      Visit visit,
      String title,
      List<MailboxPage.Row> rows,
      Pager pager,
      Optional<MailboxPage.Opened> opened) {
    return new MailboxPage(
        AdminFrames.of(visit, title),
        OperatorsMailbox.KEPT.toDays() + " days",
        rows,
        pager,
        opened);
  }

  private static MailboxPage.Row row(Visit visit, OperatorsMailbox.Row row) {
    return new MailboxPage.Row(
        HERE + "/" + row.id(),
        subject(row.subject()),
        row.mailbox(),
        !row.opened(),
        visit.when(row.receivedAt()));
  }

  private static String subject(String subject) {
    return subject.isBlank() ? "(no subject)" : subject;
  }

  private OperatorsMailbox mailbox() {
    return desk.forum().intake().operators();
  }
}
