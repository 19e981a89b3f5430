package postern.web.notices;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.notices.Ends;
import postern.notices.NoticeKind;
import postern.web.ConfirmPage;
import postern.web.Desk;
import postern.web.Link;
import postern.web.MessagePage;
import postern.web.PageWriter;
import postern.web.Section;

/**
 * The links in mails of notices. A look changes nothing; the button, or one click in a mail program
 * (RFC 8058), ends what the link is for, without signing in.
 */
@Path("/notices/end/{token}")
@Produces(PageWriter.HTML)
public final class EndNoticesResource {
  private static final Link SETTINGS = new Link("All your choices", "/settings/notices");

  private final Desk desk;

  EndNoticesResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.ANYONE)
  public Response ask(@PathParam("token") String token, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var page =
        switch (ends(token)) {
          case Ends.Mails(var kinds) ->
              new ConfirmPage(
                  visit.frame("End these mails", Section.NONE, "/notices"),
                  List.of(
                      "One press, and you get no more mail " + words(kinds) + ".",
                      "You are still told on the site, and other mails go on."),
                  visit.path(),
                  "End these mails",
                  true,
                  Optional.of(SETTINGS));
          case Ends.Watch _ ->
              new ConfirmPage(
                  visit.frame("No more of this thread", Section.NONE, "/notices"),
                  List.of(
                      "One press, and you are not told of new posts in this thread any more.",
                      "If somebody names you there, you are still told as you chose."),
                  visit.path(),
                  "Stop telling me",
                  true,
                  Optional.of(SETTINGS));
        };
    return desk.answers().page(page);
  }

  @POST
  @Access(Who.ANYONE)
  public Response end(@PathParam("token") String token, @Context ContainerRequestContext asked) {
    var what = ends(token);
    desk.forum().notices().end(token);
    var sentence =
        switch (what) {
          case Ends.Mails(var kinds) -> "You get no more mail " + words(kinds) + ".";
          case Ends.Watch _ -> "You are not told of new posts in this thread any more.";
        };
    return desk.answers()
        .page(
            new MessagePage(
                desk.visit(asked).frame("It has ended", Section.NONE, "/notices"),
                List.of(sentence),
                Optional.of(SETTINGS)));
  }

  private Ends ends(String token) {
    return desk.forum().notices().ending(token).orElseThrow(() -> Problem.notFound().thrown());
  }

  private static String words(Set<NoticeKind> kinds) {
    return kinds.stream()
        .sorted(Comparator.naturalOrder())
        .map(EndNoticesResource::words)
        .collect(Collectors.joining(", or "));
  }

  private static String words(NoticeKind kind) {
    return switch (kind) {
      case MENTION -> "when somebody names you";
      case ANSWER -> "when somebody answers you";
      case REPLY -> "about new posts in threads that you watch";
      case THREAD -> "about new threads on boards that you watch";
      case LETTER -> "that a letter came";
      case DECISION -> "about decisions of moderators";
    };
  }
}
