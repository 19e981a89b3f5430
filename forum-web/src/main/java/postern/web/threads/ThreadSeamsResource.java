package postern.web.threads;

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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.kernel.PostId;
import postern.kernel.Scope;
import postern.kernel.ThreadId;
import postern.threads.Rearranged;
import postern.threads.Seams;
import postern.threads.ThreadPolicy;
import postern.threads.ThreadView;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Visit;
import postern.web.threads.SeamPages.Splitting;

/**
 * Merging and splitting a thread. Its addresses have one part more than a thread's own, so that no
 * title can take their place.
 */
@Path("/t/{id}/moderate")
@Produces(PageWriter.HTML)
public final class ThreadSeamsResource {
  private static final Pattern THREAD = Pattern.compile("(?:.*/t/)?([0-9]{1,19})(?:[/?#].*)?");

  private final Desk desk;
  private final ThreadPages pages;
  private final SeamPages forms;

  ThreadSeamsResource(Desk desk, ThreadPages pages) {
    this.desk = desk;
    this.pages = pages;
    this.forms = new SeamPages(desk);
  }

  @GET
  @Path("/merge")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  public Response merging(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    return desk.answers()
        .page(
            SeamPages.merge(
                visit, moderated(visit, id), Field.empty("into"), Field.empty("reason")));
  }

  @POST
  @Path("/merge")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response merge(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var thread = moderated(visit, id);
    var inputs = Inputs.of(form);
    var into = inputs.field("into");
    var reason = inputs.field("reason");
    var other = named(into.value());
    var outcome =
        other.isEmpty()
            ? new Rearranged.NoSuchThread()
            : desk.forum()
                .discussions()
                .seams()
                .merge(visit.viewer(), thread.id(), other.get(), reason.value());
    return switch (outcome) {
      case Rearranged.Done done -> done(visit, done, Said.MERGED);
      case Rearranged.NotFound _ -> throw Problem.notFound().thrown();
      case Rearranged.BadReason(int limit) ->
          desk.answers()
              .refused(
                  SeamPages.merge(visit, thread, into, reason.refused(TextFaults.reason(limit))));
      case Rearranged.NoSuchThread _ ->
          desk.answers()
              .refused(
                  SeamPages.merge(
                      visit,
                      thread,
                      into.refused(
                          "That is no other thread that you moderate. Copy its address from the"
                              + " browser."),
                      reason));
      case Rearranged.NotAllowed _ -> throw ThreadResource.notAllowed().thrown();
      case Rearranged.NoSuchBoard _,
          Rearranged.BadPosts _,
          Rearranged.TooMany _,
          Rearranged.BadTitle _ ->
          throw new IllegalStateException("a merge has neither posts nor title");
    };
  }

  @GET
  @Path("/split")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  public Response splitting(
      @PathParam("id") String id,
      @QueryParam("page") String page,
      @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    return desk.answers()
        .page(
            forms.split(visit, moderated(visit, id), ThreadResource.number(page), Splitting.EMPTY));
  }

  @POST
  @Path("/split")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response split(
      @PathParam("id") String id,
      @QueryParam("page") String page,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var thread = moderated(visit, id);
    var typed = Splitting.of(Inputs.of(form));
    var outcome =
        desk.forum().discussions().seams().split(visit.viewer(), thread.id(), wish(typed));
    return switch (outcome) {
      case Rearranged.Done done -> done(visit, done, Said.SPLIT);
      case Rearranged.NotFound _ -> throw Problem.notFound().thrown();
      case Rearranged.NotAllowed _ -> throw ThreadResource.notAllowed().thrown();
      case Rearranged.BadReason(int limit) ->
          refused(visit, thread, page, typed.badReason(TextFaults.reason(limit)));
      case Rearranged.BadTitle(int limit) ->
          refused(visit, thread, page, typed.badTitle(TextFaults.title(limit)));
      case Rearranged.BadPosts _ ->
          refused(
              visit,
              thread,
              page,
              typed.wrong("Tick the posts that go. A deleted one goes along."));
      case Rearranged.TooMany(int limit) ->
          refused(
              visit, thread, page, typed.wrong("No more than %,d posts at once.".formatted(limit)));
      case Rearranged.NoSuchBoard _ ->
          refused(visit, thread, page, typed.wrong("Choose a board that you moderate."));
      case Rearranged.NoSuchThread _ ->
          throw new IllegalStateException("a split names no other thread");
    };
  }

  private ThreadView moderated(Visit visit, String id) {
    var thread = pages.thread(visit, id);
    if (!ThreadPolicy.mayModerate(visit.viewer(), thread.thread())) {
      throw ThreadResource.notAllowed().thrown();
    }
    return thread;
  }

  private Response done(Visit visit, Rearranged.Done done, Said said) {
    var placed = pages.post(visit, done.first().toString());
    return desk.answers().seeOther(said.at(Places.post(placed.thread().thread(), placed.post())));
  }

  private Response refused(Visit visit, ThreadView thread, String page, Splitting typed) {
    return desk.answers().refused(forms.split(visit, thread, ThreadResource.number(page), typed));
  }

  private static Seams.Wish wish(Splitting typed) {
    Set<PostId> posts =
        typed.posts().stream().flatMap(id -> PostId.parse(id).stream()).collect(Collectors.toSet());
    return new Seams.Wish(
        posts,
        typed.rest(),
        typed.title().value(),
        BoardId.parse(typed.board()),
        typed.reason().value());
  }

  private static Optional<ThreadId> named(String address) {
    var found = THREAD.matcher(address.strip());
    return found.matches() ? ThreadId.parse(found.group(1)) : Optional.empty();
  }
}
