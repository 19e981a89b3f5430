package postern.web.letters;

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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.CorrespondenceId;
import postern.kernel.Scope;
import postern.letters.CorrespondenceView;
import postern.letters.Written;
import postern.web.Count;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.MemberName;
import postern.web.PageWriter;
import postern.web.Pager;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;

/** A member's correspondences, and one of them. */
@Path("/letters")
@Produces(PageWriter.HTML)
public final class LettersPageResource {
  private static final int ROWS = 30;
  private static final Instant LAST = Instant.parse("2900-01-01T00:00:00Z");

  private final Desk desk;
  private final LetterPages pages;

  LettersPageResource(Desk desk, LetterPages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @GET
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response list(@Context ContainerRequestContext asked, @QueryParam("after") String after) {
    var visit = desk.visit(asked);
    var cursor = Optional.ofNullable(Cursor.parse(after));
    var slice =
        pages
            .letters()
            .correspondences(
                visit.member(),
                cursor.map(Cursor::at).orElse(LAST),
                cursor.map(Cursor::id).orElse(Long.MAX_VALUE),
                ROWS);
    var names = desk.people().named(slice.rows().stream().map(CorrespondenceView::other).toList());
    List<LettersPage.Row> rows =
        slice.rows().stream()
            .sorted(Comparator.comparing((CorrespondenceView view) -> view.unread() == 0))
            .map(view -> row(visit, view, names.get(view.other())))
            .toList();
    var older =
        slice.more()
            ? Optional.of("/letters?after=" + key(slice.rows().getLast()))
            : Optional.<String>empty();
    return desk.answers()
        .page(
            new LettersPage(
                visit.frame("Letters", Section.LETTERS),
                rows,
                pages.letters().rules(visit.member()).keeps(),
                pages.letters().held().waits(visit.member()),
                Pager.byKey(Optional.empty(), older)));
  }

  @GET
  @Path("/{id: [0-9]+}")
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response read(
      @Context ContainerRequestContext asked,
      @PathParam("id") String id,
      @QueryParam("before") String before) {
    var visit = desk.visit(asked);
    var page = pages.correspondence(visit, correspondence(id), before, Field.empty("body"));
    pages.letters().markRead(visit.member(), correspondence(id));
    return desk.answers().page(page);
  }

  @POST
  @Path("/{id: [0-9]+}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response answer(
      @Context ContainerRequestContext asked,
      @PathParam("id") String id,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var inputs = Inputs.of(form);
    var body = inputs.text("body").replace("\r\n", "\n");
    var correspondence = correspondence(id);
    if (inputs.text("own_address").isEmpty()
        && !pages.letters().ownWords().in(visit.member(), body).isEmpty()) {
      return ask(visit, correspondence, body);
    }
    var written =
        pages
            .letters()
            .answer(visit.member(), correspondence, body, inputs.is("own_address", "leave"))
            .orElseThrow(() -> Problem.notFound().thrown());
    return written instanceof Written.Sent sent
        ? pages.sent(sent)
        : desk.answers()
            .refused(
                pages.correspondence(
                    visit,
                    correspondence,
                    null,
                    inputs.field("body").refused(LetterPages.refusal(written))));
  }

  @POST
  @Path("/{id: [0-9]+}/{what: block|unblock|renew|keep}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response change(
      @Context ContainerRequestContext asked,
      @PathParam("id") String id,
      @PathParam("what") String what,
      MultivaluedMap<String, String> form) {
    var member = desk.visit(asked).member();
    var correspondence = correspondence(id);
    boolean keep = Inputs.of(form).is("keep", "yes");
    var letters = pages.letters();
    boolean done =
        switch (what) {
          case "block" -> letters.block(member, correspondence);
          case "unblock" -> letters.unblock(member, correspondence);
          case "renew" -> letters.renew(member, correspondence).isPresent();
          default -> letters.setKeeps(member, correspondence, keep);
        };
    if (!done) {
      throw Problem.notFound().thrown();
    }
    return desk.answers().seeOther(said(what, keep).at("/letters/" + id));
  }

  private Response ask(Visit visit, CorrespondenceId id, String body) {
    var other =
        pages.letters().other(visit.member(), id).orElseThrow(() -> Problem.notFound().thrown());
    return desk.answers()
        .refused(
            pages.own(visit, pages.name(other), "/letters/" + id, Optional.empty(), body, false));
  }

  private static Said said(String what, boolean keep) {
    return switch (what) {
      case "block" -> Said.BLOCKED;
      case "unblock" -> Said.UNBLOCKED;
      case "renew" -> Said.RENEWED;
      default -> keep ? Said.KEPT : Said.NOT_KEPT;
    };
  }

  private static LettersPage.Row row(Visit visit, CorrespondenceView view, MemberName with) {
    return new LettersPage.Row(
        "/letters/" + view.id(),
        with,
        view.subject().isBlank() ? "No subject" : view.subject(),
        Optional.empty(),
        visit.when(view.lastAt()),
        Count.letters(view.unread()),
        view.unread() > 0,
        Optional.empty());
  }

  private static String key(CorrespondenceView view) {
    return new Cursor(view.key(), view.id().value()).text();
  }

  static CorrespondenceId correspondence(String id) {
    return CorrespondenceId.parse(id).orElseThrow(() -> Problem.notFound().thrown());
  }
}
