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
import java.util.Arrays;
import java.util.Optional;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.PostId;
import postern.kernel.Scope;
import postern.moderation.FlagReason;
import postern.moderation.Flagged;
import postern.threads.PostLists.PlacedPost;
import postern.web.Choice;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.People;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;

/** Shows a post to the moderators. */
@Path("/p/{id}/flag")
@Produces(PageWriter.HTML)
public final class FlagPostResource {
  private final Desk desk;

  FlagPostResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.MEMBER, scope = Scope.POST)
  public Response form(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var placed = post(visit, id);
    return desk.answers().page(page(visit, placed, Optional.empty(), Field.empty("note")));
  }

  @POST
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response flag(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var placed = post(visit, id);
    var inputs = Inputs.of(form);
    var note = inputs.field("note");
    var reason =
        Arrays.stream(FlagReason.values())
            .filter(each -> inputs.is("reason", Words.word(each)))
            .findFirst();
    if (reason.isEmpty()) {
      return desk.answers()
          .refused(page(visit, placed, Optional.empty(), note).saying("Choose a reason."));
    }
    var flagged =
        desk.forum()
            .moderation()
            .flags()
            .flag(visit.viewer(), placed.post().id(), reason.get(), note.value());
    return switch (flagged) {
      case Flagged.Done _ -> desk.answers().seeOther(Said.FLAGGED.at("/p/" + id));
      case Flagged.NotFound _ -> throw Problem.notFound().thrown();
      case Flagged.NotAllowed _ ->
          throw Problem.of(403, "not-allowed", "You cannot flag posts at the moment.").thrown();
      case Flagged.OwnPost _ ->
          desk.answers()
              .refused(
                  page(visit, placed, reason, note)
                      .saying("This post is your own. Edit it, or delete it."));
      case Flagged.PostGone _ ->
          desk.answers()
              .refused(page(visit, placed, reason, note).saying("This post is deleted already."));
      case Flagged.BadNote(int limit) ->
          desk.answers()
              .refused(
                  page(
                      visit,
                      placed,
                      reason,
                      note.refused(
                          "Say in one line of up to " + limit + " characters what it is.")));
      case Flagged.TooSoon(var wait) -> throw Problem.tooMany(wait).thrown();
    };
  }

  private PlacedPost post(Visit visit, String id) {
    return PostId.parse(id)
        .flatMap(known -> desk.forum().discussions().postLists().find(visit.viewer(), known))
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  private static FlagPostPage page(
      Visit visit, PlacedPost placed, Optional<FlagReason> chosen, Field note) {
    var base = "/p/" + placed.post().id();
    return new FlagPostPage(
        visit.frame("Flag a post", Section.BOARDS),
        People.name(placed.post().author()),
        placed.thread().thread().title(),
        base,
        base + "/flag",
        Arrays.stream(FlagReason.values())
            .map(
                each ->
                    new Choice(Words.word(each), each.words(), chosen.equals(Optional.of(each))))
            .toList(),
        Optional.empty(),
        note);
  }
}
