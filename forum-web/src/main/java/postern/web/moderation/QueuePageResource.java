package postern.web.moderation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Who;
import postern.kernel.Scope;
import postern.moderation.Decided;
import postern.moderation.Queue;
import postern.moderation.QueueItemId;
import postern.web.Desk;
import postern.web.Flash;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Pager;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;

/** The moderators' queue. */
@Path("/moderation/queue")
@Produces(PageWriter.HTML)
public final class QueuePageResource {
  private static final int ITEMS = 20;
  private static final int AT_ONCE = 100;

  private final Desk desk;
  private final Views views;

  QueuePageResource(Desk desk, Views views) {
    this.desk = desk;
    this.views = views;
  }

  @GET
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  public Response list(@QueryParam("after") String after, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    return desk.answers().page(page(visit, Optional.ofNullable(Cursor.parse(after))));
  }

  @POST
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decideAll(
      @Context ContainerRequestContext asked, MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var inputs = Inputs.of(form);
    var items =
        inputs.all("item").stream()
            .flatMap(id -> QueueItemId.parse(id).stream())
            .distinct()
            .limit(AT_ONCE)
            .toList();
    if (items.isEmpty()) {
      return refused(visit, "Choose at least one of them first.");
    }
    var order =
        new Queue.Order(
            QueueItemResource.ruling(inputs), inputs.text("reason"), Optional.empty(), "");
    var ends =
        items.stream()
            .map(item -> desk.forum().moderation().queue().decide(visit.viewer(), item, order))
            .toList();
    var trouble =
        ends.stream().filter(end -> !(end instanceof Decided.Done)).map(this::words).findFirst();
    return trouble
        .map(why -> refused(visit, done(ends) + " " + why))
        .orElseGet(() -> desk.answers().seeOther(Said.DECIDED.at("/moderation/queue")));
  }

  private static String done(List<Decided> ends) {
    long done = ends.stream().filter(Decided.Done.class::isInstance).count();
    return done + " of " + ends.size() + " are decided.";
  }

  private String words(Decided end) {
    return QueueItemResource.words(end);
  }

  private Response refused(Visit visit, String why) {
    var page = page(visit, Optional.empty());
    return desk.answers()
        .refused(
            new QueuePage(page.frame().saying(Flash.problem(why)), page.items(), page.pager()));
  }

  private QueuePage page(Visit visit, Optional<Cursor> from) {
    var slice = desk.forum().moderation().queue().list(visit.viewer(), from, ITEMS);
    var older =
        slice.more()
            ? Optional.of("/moderation/queue?after=" + slice.rows().getLast().cursor().text())
            : Optional.<String>empty();
    return new QueuePage(
        visit.frame("What waits", Section.MODERATION),
        slice.rows().stream().map(item -> views.item(visit, item)).toList(),
        Pager.byKey(from.map(_ -> "/moderation/queue"), older));
  }
}
