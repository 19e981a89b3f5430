package postern.web.admin;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import postern.delivery.MailQueue;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Id;
import postern.kernel.Scope;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;

/** The queue of mail and its levers. */
@Path(MailPages.HERE)
@Produces(PageWriter.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class MailResource {
  private static final Instant LAST = Instant.parse("2900-01-01T00:00:00Z");
  private static final int ROWS = 50;

  private final Desk desk;
  private final MailPages pages;

  MailResource(Desk desk) {
    this.desk = desk;
    this.pages = new MailPages(desk);
  }

  @GET
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response show(
      @QueryParam("state") String state,
      @QueryParam("after") String after,
      @Context ContainerRequestContext asked) {
    return desk.answers()
        .page(
            pages.page(
                desk.visit(asked),
                asked(state, after),
                Field.empty("reason"),
                Field.empty("reason")));
  }

  @POST
  @Path("/rest")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response rest(
      @Context ContainerRequestContext asked, MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    pages.queue().rest(visit.member(), Inputs.of(form).text("reason"));
    return done();
  }

  @POST
  @Path("/resume")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response resume(@Context ContainerRequestContext asked) {
    pages.queue().resume(desk.visit(asked).member());
    return done();
  }

  @POST
  @Path("/retry")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response retryAll(@Context ContainerRequestContext asked) {
    pages.queue().retryAll(desk.visit(asked).member());
    return done();
  }

  @POST
  @Path("/{id}/retry")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response retry(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    if (!pages.queue().retry(desk.visit(asked).member(), number(id))) {
      throw Problem.notFound().thrown();
    }
    return done();
  }

  @POST
  @Path("/{id}/drop")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response drop(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var reason = Inputs.of(form).field("reason");
    return switch (pages.queue().drop(visit.member(), number(id), reason.value())) {
      case MailQueue.Dropped.Done _ -> done();
      case MailQueue.Dropped.NotWaiting _ -> throw Problem.notFound().thrown();
      case MailQueue.Dropped.BadReason _ ->
          desk.answers()
              .refused(
                  pages.page(
                      visit,
                      asked(null, null),
                      Field.empty("reason"),
                      reason.refused(
                          "Say why, in 1 to %d characters.".formatted(MailQueue.MAX_REASON))));
    };
  }

  private MailPages.Asked asked(String state, String after) {
    var list =
        Arrays.stream(MailPages.State.values())
            .filter(each -> each.query().equals(state))
            .findFirst()
            .orElse(MailPages.State.QUEUED);
    var cursor = Optional.ofNullable(Cursor.parse(after));
    return new MailPages.Asked(
        list,
        cursor,
        pages
            .queue()
            .mails(
                list.name(),
                cursor.map(Cursor::at).orElse(LAST),
                cursor.map(Cursor::id).orElse(Long.MAX_VALUE),
                ROWS));
  }

  private Response done() {
    return desk.answers().seeOther(Said.SAVED.at(MailPages.HERE));
  }

  private static long number(String id) {
    return Id.parse(id, Long::valueOf).orElseThrow(() -> Problem.notFound().thrown());
  }
}
