package postern.web.admin;

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
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.threads.WordChanged;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Visit;

/** The words that hold a post until a moderator has read it. */
@Path("/admin/words")
@Produces(PageWriter.HTML)
public final class WordsResource {
  private final Desk desk;

  WordsResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response list(@Context ContainerRequestContext asked) {
    return desk.answers().page(page(desk.visit(asked), Field.empty("word")));
  }

  @POST
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(@Context ContainerRequestContext asked, MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var word = Inputs.of(form).field("word");
    return switch (desk.forum().discussions().heldWords().add(visit.viewer(), word.value())) {
      case WordChanged.Added _ -> desk.answers().seeOther(Said.SAVED.at("/admin/words"));
      case WordChanged.Already _ -> refused(visit, word, "That is in the list already.");
      case WordChanged.BadWord(int limit) ->
          refused(
              visit,
              word,
              "One line of 1 to %d characters, with a letter or a digit in it.".formatted(limit));
      case WordChanged.TooMany(int limit) ->
          refused(visit, word, "There are %d already. Take one out first.".formatted(limit));
      case WordChanged.Removed _, WordChanged.NotFound _, WordChanged.NotAllowed _ ->
          throw Problem.notFound().thrown();
    };
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/remove")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(@PathParam("id") long id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    desk.forum().discussions().heldWords().remove(visit.viewer(), id);
    return desk.answers().seeOther(Said.REMOVED.at("/admin/words"));
  }

  private Response refused(Visit visit, Field word, String why) {
    return desk.answers().refused(page(visit, word.refused(why)));
  }

  private WordsPage page(Visit visit, Field word) {
    var words =
        desk.forum().discussions().heldWords().list(visit.viewer()).stream()
            .map(
                each ->
                    new WordsPage.Row(
                        each.word(),
                        visit.when(each.addedAt()),
                        "/admin/words/" + each.id() + "/remove"))
            .toList();
    return new WordsPage(AdminFrames.of(visit, "Words that hold a post"), words, word);
  }
}
