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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.kernel.Viewer;
import postern.threads.ForumThread;
import postern.threads.Previewed;
import postern.threads.Replied;
import postern.threads.ThreadView;
import postern.web.Desk;
import postern.web.Flash;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Visit;
import postern.web.threads.ThreadPages.Draft;

/** A thread: reading it, and answering in it. */
@Path("/t/{id}")
@Produces(PageWriter.HTML)
public final class ThreadResource {
  private static final int MOST_NEWS = 100;

  private final Desk desk;
  private final ThreadPages pages;
  private final KeptDrafts drafts;

  ThreadResource(Desk desk, ThreadPages pages) {
    this.desk = desk;
    this.pages = pages;
    this.drafts = new KeptDrafts(desk);
  }

  @GET
  @Access(Who.ANYONE)
  public Response bare(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var thread = pages.thread(visit, id);
    return id.equals(thread.id().toString())
        ? desk.answers().redirect(Places.thread(thread.thread()))
        : merged(visit, id, 1);
  }

  @GET
  @Path("/{slug}")
  @Access(Who.ANYONE)
  public Response read(
      @PathParam("id") String id,
      @PathParam("slug") String slug,
      @QueryParam("page") String page,
      @QueryParam("quote") String quote,
      @Context ContainerRequestContext asked,
      @Context Request request) {
    var visit = desk.visit(asked);
    var thread = pages.thread(visit, id);
    long number = number(page);
    if (!id.equals(thread.id().toString())) {
      return merged(visit, id, number);
    }
    if (!thread.thread().slug().equals(slug)) {
      return desk.answers().redirect(Places.page(thread.thread(), number));
    }
    desk.arrive(visit);
    var draft = visit.guest() ? Draft.EMPTY : pages.begun(visit, thread, quote);
    var shown = pages.page(visit, thread, number, draft);
    if (visit.viewer() instanceof Viewer.Member member && looksAt(asked)) {
      // A GET that writes: the reader's own mark, which nobody else can see, and only upwards. It
      // works without a script, and asking twice is asking once.
      desk.reading().marks().note(member, thread.id(), (int) shown.lastNumber());
    }
    return desk.answers().readable(visit, request, shown);
  }

  // What a browser fetches ahead was not seen by anybody (Sec-Purpose, WHATWG Fetch).
  private static boolean looksAt(ContainerRequestContext asked) {
    var purpose = asked.getHeaderString("Sec-Purpose");
    return asked.getMethod().equals("GET") && (purpose == null || !purpose.contains("prefetch"));
  }

  /** Where the viewer goes on reading. */
  @GET
  @Path("/unread")
  @Access(Who.ANYONE)
  public Response unread(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    return desk.answers().redirect(pages.onward(visit, pages.thread(visit, id)));
  }

  /** To where the posts of that page stand now. */
  private Response merged(Visit visit, String id, long page) {
    var merged = pages.merged(visit, id).orElseThrow(() -> Problem.notFound().thrown());
    var into = merged.thread().thread();
    long first = merged.numbersFrom() + (page - 1) * Places.POSTS + 1;
    long there = Math.min(Places.pageOf(first), Places.lastPage(into));
    return desk.answers().movedFor(Places.page(into, there));
  }

  /** What came since, for the script that tells it without a reload. */
  @GET
  @Path("/news")
  @Access(Who.ANYONE)
  @Produces(MediaType.APPLICATION_JSON)
  public Response news(
      @PathParam("id") String id,
      @QueryParam("after") String after,
      @Context ContainerRequestContext asked,
      @Context Request request) {
    var visit = desk.visit(asked);
    var thread = pages.thread(visit, id).thread();
    int seen = (int) Math.min(number(after), thread.lastNumber());
    int posts = seen == thread.lastNumber() ? 0 : since(visit, thread, seen);
    int first = Math.min(seen + 1, thread.lastNumber());
    var href = Places.page(thread, Places.pageOf(first));
    var news = "{\"posts\": %d, \"href\": \"%s\"}".formatted(thread.lastNumber() - seen, href);
    return desk.answers()
        .feed(request, news.getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON, false);
  }

  // Numbers have gaps where posts were split off.
  private int since(Visit visit, ForumThread thread, int seen) {
    return desk.forum()
        .discussions()
        .postLists()
        .range(visit.viewer(), thread.id(), seen, MOST_NEWS)
        .map(stretch -> stretch.posts().rows().size())
        .orElse(0);
  }

  @POST
  @Path("/reply")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response reply(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var thread = pages.thread(visit, id);
    var inputs = Inputs.of(form);
    return switch (inputs.text("action")) {
      case "preview" -> preview(visit, thread, inputs);
      case "draft" -> keep(visit, thread, inputs);
      default -> post(visit, thread, inputs);
    };
  }

  private Response keep(Visit visit, ThreadView thread, Inputs inputs) {
    var box = Places.page(thread.thread(), Places.lastPage(thread.thread())) + "#reply";
    return KeptDrafts.whyNot(drafts.keep(visit, thread.id(), inputs))
        .map(why -> refused(visit, thread, inputs, why))
        .orElseGet(() -> desk.answers().seeOther(Said.DRAFT_KEPT.at(box)));
  }

  private Response preview(Visit visit, ThreadView thread, Inputs inputs) {
    // Who looks at their words before they post them may be called away.
    drafts.keep(visit, thread.id(), inputs);
    return switch (desk.forum()
        .discussions()
        .posts()
        .preview(visit.viewer(), inputs.text("body"))) {
      case Previewed.NotAllowed _ -> throw notAllowed().thrown();
      case Previewed.TooSoon(var wait) -> refused(visit, thread, inputs, TextFaults.tooSoon(wait));
      case Previewed.Shown(var html) ->
          desk.answers()
              .page(
                  last(
                      visit,
                      thread,
                      new Draft(inputs.field("body"), Optional.of(html)),
                      Optional.empty()));
      case Previewed.BadBody(var fault) ->
          refused(visit, thread, inputs, TextFaults.sentence(fault));
    };
  }

  private Response post(Visit visit, ThreadView thread, Inputs inputs) {
    var posts = desk.forum().discussions().posts();
    return switch (posts.reply(visit.viewer(), thread.id(), inputs.text("body"))) {
      case Replied.Posted(var post, int number) -> {
        drafts.posted(visit, thread.id());
        yield desk.answers()
            .seeOther(
                Said.POSTED.at(Places.page(thread.thread(), Places.pageOf(number)) + "#p" + post));
      }
      case Replied.Held(var post) -> {
        drafts.posted(visit, thread.id());
        var last = Places.page(thread.thread(), Places.lastPage(thread.thread()));
        yield desk.answers().seeOther(Said.HELD.at(last + "#held-" + post));
      }
      case Replied.NotFound _ -> throw Problem.notFound().thrown();
      case Replied.NotAllowed _ -> throw notAllowed().thrown();
      case Replied.ThreadLocked _ ->
          refused(
              visit,
              thread,
              inputs,
              "The thread was locked meanwhile, so nobody adds to it. Your text is still here.");
      case Replied.BadBody(var fault) -> refused(visit, thread, inputs, TextFaults.sentence(fault));
      case Replied.TooSoon(var wait) -> refused(visit, thread, inputs, TextFaults.tooSoon(wait));
    };
  }

  private Response refused(Visit visit, ThreadView thread, Inputs inputs, String error) {
    var draft = new Draft(inputs.field("body").refused(error), Optional.empty());
    // Where the box itself is gone, the sentence stands above the page.
    return desk.answers().refused(last(visit, thread, draft, Optional.of(Flash.problem(error))));
  }

  private ThreadPage last(Visit visit, ThreadView thread, Draft draft, Optional<Flash> flash) {
    return pages.page(visit, thread, Places.lastPage(thread.thread()), draft, flash);
  }

  static Problem notAllowed() {
    return Problem.of(403, "not-allowed", "This board does not let you do that.");
  }

  static long number(String page) {
    if (page == null) {
      return 1;
    }
    if (!page.matches("[1-9][0-9]{0,8}")) {
      throw Problem.notFound().thrown();
    }
    return Long.parseLong(page);
  }
}
