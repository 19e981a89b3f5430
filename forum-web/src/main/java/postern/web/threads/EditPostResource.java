package postern.web.threads;

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
import java.util.Optional;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.threads.Post;
import postern.threads.PostChanged;
import postern.threads.PostLists.PlacedPost;
import postern.threads.Previewed;
import postern.threads.SafeHtml;
import postern.threads.ThreadChanged;
import postern.threads.ThreadPolicy;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;

/** Editing a post, and with the first one its thread's title. */
@Path("/p/{id}/edit")
@Produces(PageWriter.HTML)
public final class EditPostResource {
  private static final String MEANWHILE =
      "Somebody changed this post after you opened it. Your text is below; saving it now puts it in"
          + " the place of theirs.";

  private static final String WOULD_WAIT =
      "A moderator has to read words or links like these first. Write them as a new post instead.";

  private final Desk desk;
  private final ThreadPages pages;

  EditPostResource(Desk desk, ThreadPages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @GET
  @Access(value = Who.MEMBER, scope = Scope.POST)
  public Response form(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var placed = changeable(visit, id);
    var title =
        titled(visit, placed)
            ? Optional.of(Field.of("title", placed.thread().thread().title()))
            : Optional.<Field>empty();
    var body = Field.of("body", placed.post().body());
    return desk.answers().page(page(visit, placed, title, body, Optional.empty()));
  }

  @POST
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response edit(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var placed = changeable(visit, id);
    var inputs = Inputs.of(form);
    var title =
        titled(visit, placed) ? Optional.of(inputs.field("title")) : Optional.<Field>empty();
    var body = inputs.field("body");
    if (inputs.is("action", "preview")) {
      return preview(visit, placed, title, body);
    }
    if (!inputs.text("version").equals(version(placed.post()))) {
      return refused(visit, placed, title, body.refused(MEANWHILE));
    }
    return save(visit, placed, title, body);
  }

  private PlacedPost changeable(Visit visit, String id) {
    var placed = pages.post(visit, id);
    var view = placed.thread();
    if (!ThreadPolicy.mayChange(visit.viewer(), view.board(), view.thread(), placed.post())) {
      throw Problem.of(403, "not-allowed", "This post is not yours to change now.").thrown();
    }
    return placed;
  }

  private boolean titled(Visit visit, PlacedPost placed) {
    var view = placed.thread();
    return placed.post().number() == 1
        && ThreadPolicy.mayRetitle(
            visit.viewer(), view.board(), view.thread(), view.starter().id());
  }

  private Response preview(Visit visit, PlacedPost placed, Optional<Field> title, Field body) {
    return switch (desk.forum().discussions().posts().preview(visit.viewer(), body.value())) {
      case Previewed.NotAllowed _ -> throw ThreadResource.notAllowed().thrown();
      case Previewed.TooSoon(var wait) ->
          refused(visit, placed, title, body.refused(TextFaults.tooSoon(wait)));
      case Previewed.Shown(var html) ->
          desk.answers().page(page(visit, placed, title, body, Optional.of(html)));
      case Previewed.BadBody(var fault) ->
          refused(visit, placed, title, body.refused(TextFaults.sentence(fault)));
    };
  }

  private Response save(Visit visit, PlacedPost placed, Optional<Field> title, Field body) {
    var wrong = title.flatMap(field -> retitle(visit, placed, field));
    if (wrong.isPresent()) {
      return refused(visit, placed, wrong, body);
    }
    var edited =
        desk.forum()
            .discussions()
            .posts()
            .edit(visit.viewer(), placed.post().id(), body.value(), "");
    return switch (edited) {
      case PostChanged.BadBody(var fault) ->
          refused(visit, placed, title, body.refused(TextFaults.sentence(fault)));
      case PostChanged.TooSoon(var wait) ->
          refused(visit, placed, title, body.refused(TextFaults.tooSoon(wait)));
      case PostChanged.WouldWait _ -> refused(visit, placed, title, body.refused(WOULD_WAIT));
      case PostChanged.ThreadLocked _ ->
          refused(
              visit,
              placed,
              title,
              body.refused("The thread was locked meanwhile, so its posts stay as they are."));
      case PostChanged.Changed _ -> saved(pages.post(visit, placed.post().id().toString()));
      case PostChanged.NotFound _ -> throw Problem.notFound().thrown();
      case PostChanged.NotAllowed _ -> throw ThreadResource.notAllowed().thrown();
      case PostChanged.BadReason _ -> throw new IllegalStateException("no reason was given");
    };
  }

  private Response saved(PlacedPost now) {
    return desk.answers().seeOther(Said.SAVED.at(Places.post(now.thread().thread(), now.post())));
  }

  /** The field with what is wrong with it; empty when the thread has that title now. */
  private Optional<Field> retitle(Visit visit, PlacedPost placed, Field title) {
    if (title.value().equals(placed.thread().thread().title())) {
      return Optional.empty();
    }
    var threads = desk.forum().discussions().threads();
    return switch (threads.retitle(visit.viewer(), placed.thread().id(), title.value(), "")) {
      case ThreadChanged.Changed _ -> Optional.empty();
      case ThreadChanged.BadTitle(int limit) -> Optional.of(title.refused(TextFaults.title(limit)));
      case ThreadChanged.TooSoon(var wait) -> Optional.of(title.refused(TextFaults.tooSoon(wait)));
      case ThreadChanged.WouldWait _ -> Optional.of(title.refused(WOULD_WAIT));
      case ThreadChanged.NotFound _ -> throw Problem.notFound().thrown();
      case ThreadChanged.NotAllowed _, ThreadChanged.NoSuchBoard _, ThreadChanged.BadReason _ ->
          Optional.of(title.refused("The title cannot be changed now."));
    };
  }

  private Response refused(Visit visit, PlacedPost placed, Optional<Field> title, Field body) {
    return desk.answers().refused(page(visit, placed, title, body, Optional.empty()));
  }

  private static EditPostPage page(
      Visit visit,
      PlacedPost placed,
      Optional<Field> title,
      Field body,
      Optional<SafeHtml> preview) {
    var base = "/p/" + placed.post().id();
    return new EditPostPage(
        visit.frame("Edit post", Section.BOARDS),
        placed.thread().thread().title(),
        base + "/edit",
        base,
        version(placed.post()),
        title,
        body,
        !placed.post().author().id().equals(visit.member().id()),
        preview);
  }

  private static String version(Post post) {
    return post.editedAt().map(Instant::toString).orElse("first");
  }
}
