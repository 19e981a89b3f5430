package postern.web.notices;

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
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Slice;
import postern.notices.NoticeId;
import postern.notices.NoticeView;
import postern.notices.Notices;
import postern.web.Desk;
import postern.web.Inputs;
import postern.web.MemberName;
import postern.web.PageWriter;
import postern.web.Pager;
import postern.web.People;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;
import postern.web.members.Excerpts;

/** A member's notices, and the marks on them. */
@Path("/notices")
@Produces(PageWriter.HTML)
public final class NoticesPageResource {
  private static final int ROWS = 40;

  private final Desk desk;

  NoticesPageResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.ANY_STANDING)
  public Response list(@Context ContainerRequestContext asked, @QueryParam("after") String after) {
    var visit = desk.visit(asked);
    var from = Optional.ofNullable(Cursor.parse(after));
    var slice = desk.forum().notices().list(visit.member(), from, ROWS);
    return desk.answers()
        .page(
            new NoticesPage(
                visit.frame("Notices", Section.NOTICES, "/notices"),
                groups(visit, slice.rows()),
                from.isEmpty() ? readAll(visit, slice.rows()) : Optional.empty(),
                Pager.byKey(from.map(_ -> "/notices"), older(slice))));
  }

  @POST
  @Path("/read")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Access(Who.ANY_STANDING)
  public Response readAll(
      @Context ContainerRequestContext asked, MultivaluedMap<String, String> form) {
    var member = desk.visit(asked).member();
    desk.forum().notices().markAllRead(member, until(Inputs.of(form).text("until")));
    return desk.answers().seeOther(Said.ALL_READ.at("/notices"));
  }

  @POST
  @Path("/{id: [0-9]+}/read")
  @Access(Who.ANY_STANDING)
  public Response read(@Context ContainerRequestContext asked, @PathParam("id") String id) {
    var member = desk.visit(asked).member();
    if (!NoticeId.parse(id)
        .map(one -> desk.forum().notices().markRead(member, one))
        .orElse(false)) {
      throw Problem.notFound().thrown();
    }
    return desk.answers().seeOther("/notices");
  }

  // What belongs to one thread stands where its newest notice does.
  private static List<NoticesPage.Group> groups(Visit visit, List<NoticeView> views) {
    var byPlace = new LinkedHashMap<String, List<NoticeView>>();
    views.forEach(view -> byPlace.computeIfAbsent(place(view), _ -> new ArrayList<>()).add(view));
    return byPlace.values().stream().map(together -> group(visit, together)).toList();
  }

  private static String place(NoticeView view) {
    return switch (view.about()) {
      case NoticeView.About.OfPost(var placed) -> "t" + placed.thread().id();
      case NoticeView.About.OfLetter(var correspondence, _) -> "l" + correspondence;
      case NoticeView.About.OfDecision(var decision) -> "d" + decision.id();
    };
  }

  private static NoticesPage.Group group(Visit visit, List<NoticeView> together) {
    var newest = together.getFirst();
    return new NoticesPage.Group(
        title(newest),
        href(newest),
        name(visit, newest),
        together.stream().anyMatch(view -> !view.read()),
        together.stream().map(view -> line(visit, view)).toList());
  }

  private static NoticesPage.Line line(Visit visit, NoticeView view) {
    return new NoticesPage.Line(
        view.read() ? Optional.empty() : Optional.of("/notices/" + view.id() + "/read"),
        view.by().map(author -> by(People.name(author))).orElse("Moderators"),
        what(view),
        href(view),
        view.post()
            .map(placed -> Excerpts.of(placed.post().html()))
            .filter(text -> !text.isBlank()),
        visit.when(view.at()));
  }

  // Nobody can pass for another: the username stands beside what they call themselves.
  private static String by(MemberName name) {
    return name.username().map(username -> name.text() + " (" + username + ")").orElse(name.text());
  }

  private static MemberName name(Visit visit, NoticeView view) {
    return view.by().map(People::name).orElseGet(() -> MemberName.house(visit.site().name()));
  }

  private static String title(NoticeView view) {
    return switch (view.about()) {
      case NoticeView.About.OfPost(var placed) -> placed.thread().thread().title();
      case NoticeView.About.OfLetter _ -> "A letter";
      case NoticeView.About.OfDecision _ -> "A decision about you";
    };
  }

  private static String href(NoticeView view) {
    return switch (view.about()) {
      case NoticeView.About.OfPost(var placed) -> "/p/" + placed.post().id();
      case NoticeView.About.OfLetter(var correspondence, _) -> "/letters/" + correspondence;
      case NoticeView.About.OfDecision(var decision) -> "/decisions/" + decision.id();
    };
  }

  private static String what(NoticeView view) {
    return switch (view.kind()) {
      case MENTION -> "named you";
      case ANSWER -> "answered you";
      case REPLY -> "replied";
      case THREAD -> "started this thread";
      case LETTER -> "wrote you a letter";
      case DECISION -> "decided something about you";
    };
  }

  private static Optional<String> readAll(Visit visit, List<NoticeView> views) {
    boolean unread = visit.me().filter(me -> me.hasUnreadNotices()).isPresent();
    return unread || views.stream().anyMatch(view -> !view.read())
        ? Optional.of(views.isEmpty() ? visit.now().toString() : views.getFirst().at().toString())
        : Optional.empty();
  }

  private static Optional<String> older(Slice<NoticeView> slice) {
    return slice.more()
        ? Optional.of("/notices?after=" + Notices.cursor(slice.rows().getLast()).text())
        : Optional.empty();
  }

  private static Instant until(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException notOurs) {
      throw Problem.of(400, "bad-request", "Open the list of notices again.").thrown();
    }
  }
}
