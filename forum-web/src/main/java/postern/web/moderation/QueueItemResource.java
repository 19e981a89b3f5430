package postern.web.moderation;

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
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.moderation.Decided;
import postern.moderation.ItemKind;
import postern.moderation.ModerationPolicy;
import postern.moderation.Queue;
import postern.moderation.QueueItem;
import postern.moderation.QueueItemId;
import postern.moderation.Ruling;
import postern.moderation.Sanction;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;
import postern.web.threads.TextFaults;

/** One item of the moderators' queue, and its decision. */
@Path("/moderation/queue/{id}")
@Produces(PageWriter.HTML)
public final class QueueItemResource {
  private final Desk desk;
  private final Views views;

  QueueItemResource(Desk desk, Views views) {
    this.desk = desk;
    this.views = views;
  }

  @GET
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  public Response one(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var item = item(visit, id);
    return desk.answers()
        .page(page(visit, item, Field.empty("reason"), Field.empty("days"), body(item)));
  }

  @POST
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var inputs = Inputs.of(form);
    var known = QueueItemId.parse(id).orElseThrow(() -> Problem.notFound().thrown());
    var ruling = ruling(inputs);
    var days = inputs.field("days");
    boolean term = ruling.sanction().filter(Sanction::hasTerm).isPresent();
    if (term && !Terms.readable(days)) {
      return again(visit, id, inputs, new Decided.BadUntil());
    }
    // What comes after it, as long as it is there itself.
    var next =
        desk.forum()
            .moderation()
            .queue()
            .find(visit.viewer(), known)
            .flatMap(item -> next(visit, item));
    var until = term ? Terms.end(visit, days) : Optional.<Instant>empty();
    var order = new Queue.Order(ruling, inputs.text("reason"), until, inputs.text("body"));
    return switch (desk.forum().moderation().queue().decide(visit.viewer(), known, order)) {
      case Decided.Done _ ->
          desk.answers().seeOther(Said.DECIDED.at(next.orElse("/moderation/queue")));
      case Decided.NotFound _ -> throw Problem.notFound().thrown();
      case Decided.AlreadyDecided _ ->
          desk.answers().seeOther(Said.DECIDED_BEFORE.at("/moderation/queue"));
      case Decided refused -> again(visit, id, inputs, refused);
    };
  }

  static Ruling ruling(Inputs inputs) {
    return Arrays.stream(Ruling.values())
        .filter(each -> inputs.is("decision", each.name().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> Problem.of(400, "bad-request", "Choose a decision.").thrown());
  }

  static String words(Decided end) {
    return switch (end) {
      case Decided.Done _ -> "";
      case Decided.NotFound _, Decided.AlreadyDecided _ ->
          "Another moderator decided it before you.";
      case Decided.NotAllowed _ ->
          "That is for moderators of all boards, and never about who stands beside or above you.";
      case Decided.NotForThisKind _ -> "That cannot be decided about all of them.";
      case Decided.PostGone _ -> "The post was deleted meanwhile.";
      case Decided.NoMember _ -> "No member wrote it, so there is nobody to be told.";
      case Decided.BadReason(int limit) -> "Say why, in up to " + limit + " characters.";
      case Decided.BadUntil _ -> Terms.WRONG;
      case Decided.BadBody(var fault) -> TextFaults.sentence(fault);
      case Decided.TooSoon _ -> "That was too much at once. Wait a little and try again.";
    };
  }

  private Response again(Visit visit, String id, Inputs inputs, Decided refused) {
    var item = item(visit, id);
    var why = words(refused);
    var reason = inputs.field("reason");
    var days = inputs.field("days");
    var body = body(item).map(_ -> inputs.field("body"));
    var page =
        switch (refused) {
          case Decided.BadReason _ -> page(visit, item, reason.refused(why), days, body);
          case Decided.BadUntil _ -> page(visit, item, reason, days.refused(why), body);
          case Decided.BadBody _ ->
              page(visit, item, reason, days, body.map(field -> field.refused(why)));
          case Decided other -> page(visit, item, reason, days, body).saying(words(other));
        };
    return desk.answers().refused(page);
  }

  private QueueItem item(Visit visit, String id) {
    return QueueItemId.parse(id)
        .flatMap(known -> desk.forum().moderation().queue().find(visit.viewer(), known))
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  private QueueItemPage page(
      Visit visit, QueueItem item, Field reason, Field days, Optional<Field> body) {
    var rulings = item.kind().rulings();
    return new QueueItemPage(
        visit.frame("A decision of yours", Section.MODERATION),
        views.item(visit, item),
        next(visit, item),
        new QueueItemPage.May(
            rulings.contains(Ruling.DISMISS),
            rulings.contains(Ruling.HIDE),
            rulings.contains(Ruling.WARN) && item.record().isPresent(),
            rulings.contains(Ruling.SUSPEND)
                && item.record().isPresent()
                && ModerationPolicy.moderatesAll(visit.viewer()),
            rulings.contains(Ruling.APPROVE)),
        reason,
        days,
        body);
  }

  private Optional<String> next(Visit visit, QueueItem item) {
    var queue = desk.forum().moderation().queue();
    return queue.list(visit.viewer(), Optional.of(item.cursor()), 1).rows().stream()
        .findFirst()
        .map(following -> "/moderation/queue/" + following.id());
  }

  private static Optional<Field> body(QueueItem item) {
    return item.kind() == ItemKind.FLAGGED
        ? item.post()
            .filter(placed -> !placed.post().deleted())
            .map(placed -> Field.of("body", placed.post().body()))
        : Optional.empty();
  }
}
