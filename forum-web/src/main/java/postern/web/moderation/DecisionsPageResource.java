package postern.web.moderation;

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
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Problem;
import postern.http.Who;
import postern.moderation.Answered;
import postern.moderation.Decision;
import postern.moderation.DecisionId;
import postern.moderation.Decisions;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Pager;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;

/** What was decided about the member who looks, whatever their standing; and their answer. */
@Path("/decisions")
@Produces(PageWriter.HTML)
public final class DecisionsPageResource {
  private static final int DECISIONS = 20;

  private final Desk desk;
  private final Views views;

  DecisionsPageResource(Desk desk, Views views) {
    this.desk = desk;
    this.views = views;
  }

  @GET
  @Access(Who.ANY_STANDING)
  public Response list(@QueryParam("after") String after, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var from = Optional.ofNullable(Cursor.parse(after));
    var slice = decisions().mine(visit.member(), from, DECISIONS);
    var older =
        slice.more()
            ? Optional.of("/decisions?after=" + cursor(slice.rows().getLast()).text())
            : Optional.<String>empty();
    return desk.answers()
        .page(
            new DecisionsPage(
                visit.frame("Decisions about you", Section.SETTINGS),
                slice.rows().stream()
                    .map(
                        decision ->
                            new DecisionsPage.Row(
                                "/decisions/" + decision.id(), views.mine(visit, decision)))
                    .toList(),
                Pager.byKey(from.map(_ -> "/decisions"), older)));
  }

  @GET
  @Path("/{id}")
  @Access(Who.ANY_STANDING)
  public Response one(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    return desk.answers().page(page(visit, found(visit, id), Field.empty("text")));
  }

  @POST
  @Path("/{id}")
  @Access(Who.ANY_STANDING)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var decision = found(visit, id);
    var text = Inputs.of(form).field("text");
    return switch (decisions().answer(visit.member(), decision.id(), text.value())) {
      case Answered.Done _, Answered.AlreadyAnswered _ ->
          desk.answers().seeOther(Said.ANSWERED.at("/decisions/" + decision.id()));
      case Answered.NotFound _ -> throw Problem.notFound().thrown();
      case Answered.BadText(int limit) ->
          desk.answers()
              .refused(
                  page(
                      visit,
                      decision,
                      text.refused("Write something, of up to " + limit + " characters.")));
    };
  }

  private DecisionPage page(Visit visit, Decision decision, Field text) {
    return new DecisionPage(
        visit.frame("A decision", Section.SETTINGS),
        views.mine(visit, decision),
        "/decisions/" + decision.id(),
        decision.answer().isEmpty() ? Optional.of(text) : Optional.empty());
  }

  private Decision found(Visit visit, String id) {
    return DecisionId.parse(id)
        .flatMap(known -> decisions().find(visit.member(), known))
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  private Decisions decisions() {
    return desk.forum().moderation().decisions();
  }

  private static Cursor cursor(Decision decision) {
    return new Cursor(decision.at(), decision.id().value());
  }
}
