package postern.notices;

import java.time.Instant;
import java.util.Locale;
import postern.accounts.Author;
import postern.http.Origin;
import postern.kernel.PostId;
import postern.kernel.ThreadId;

/**
 * A notice in the JSON API.
 *
 * @param url where it leads
 * @param by null for a decision
 * @param thread null where it is about no post; so with post and title
 */
record NoticeJson(
    NoticeId id,
    String kind,
    Instant at,
    boolean read,
    By by,
    ThreadId thread,
    PostId post,
    String title,
    String url) {
  /** Who caused it. */
  record By(String username, String displayName) {
    static By of(Author author) {
      return new By(author.username().text(), author.name());
    }
  }

  static NoticeJson of(NoticeView view, Origin origin) {
    return switch (view.about()) {
      case NoticeView.About.OfPost(var placed) ->
          new NoticeJson(
              view.id(),
              word(view.kind()),
              view.at(),
              view.read(),
              By.of(placed.post().author()),
              placed.thread().id(),
              placed.post().id(),
              placed.thread().thread().title(),
              origin.url("/p/" + placed.post().id()));
      case NoticeView.About.OfLetter(var correspondence, var from) ->
          new NoticeJson(
              view.id(),
              word(view.kind()),
              view.at(),
              view.read(),
              By.of(from),
              null,
              null,
              null,
              origin.url("/letters/" + correspondence));
      case NoticeView.About.OfDecision(var decision) ->
          new NoticeJson(
              view.id(),
              word(view.kind()),
              view.at(),
              view.read(),
              null,
              null,
              null,
              null,
              origin.url("/decisions/" + decision.id()));
    };
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
