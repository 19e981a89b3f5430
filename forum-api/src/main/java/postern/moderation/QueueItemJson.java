package postern.moderation;

import java.time.Instant;
import java.util.List;
import postern.accounts.MemberView;
import postern.http.Origin;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.kernel.Username;
import postern.threads.ForumThread;
import postern.threads.HeldPost;
import postern.threads.PostLists.PlacedPost;

/** An item of the queue as the JSON API writes it: how many flagged it and why, never who. */
record QueueItemJson(
    QueueItemId id,
    String kind,
    int flags,
    List<Said> said,
    String why,
    Instant openedAt,
    PostJson post,
    DecisionJson answered,
    AuthorJson author,
    List<DecisionJson> earlier) {
  record Said(String reason, String note) {}

  record PostJson(
      PostId id,
      ThreadId thread,
      String title,
      Integer number,
      String url,
      String body,
      Instant createdAt,
      boolean deleted) {
    static PostJson of(QueueItem item, Origin origin) {
      return item.post()
          .map(placed -> of(placed, origin))
          .or(() -> item.held().map(held -> of(held, origin)))
          .orElse(null);
    }

    private static PostJson of(HeldPost held, Origin origin) {
      return new PostJson(
          held.id(),
          held.thread().map(ForumThread::id).orElse(null),
          held.title(),
          null,
          origin.url("/held/" + held.id()),
          held.body(),
          held.writtenAt(),
          false);
    }

    private static PostJson of(PlacedPost placed, Origin origin) {
      var post = placed.post();
      return new PostJson(
          post.id(),
          post.thread(),
          placed.thread().thread().title(),
          post.number(),
          origin.url("/p/" + post.id()),
          post.body(),
          post.createdAt(),
          post.deleted());
    }
  }

  /** All but the name is null for somebody whom only an archive names. */
  record AuthorJson(
      String name,
      Username username,
      Integer posts,
      Instant joinedAt,
      String standing,
      Instant standingUntil) {
    static AuthorJson of(QueueItem item) {
      var member = item.record();
      return new AuthorJson(
          item.author().name(),
          member.map(MemberView::username).orElse(null),
          member.map(MemberView::posts).orElse(null),
          member.map(MemberView::joinedAt).orElse(null),
          member.map(MemberView::standing).map(ApiWords::of).orElse(null),
          member.flatMap(MemberView::standingUntil).orElse(null));
    }
  }

  static QueueItemJson of(QueueItem item, Origin origin) {
    return new QueueItemJson(
        item.id(),
        ApiWords.of(item.kind()),
        item.flags(),
        item.said().stream()
            .map(said -> new Said(ApiWords.of(said.reason()), said.note()))
            .toList(),
        item.held().map(held -> ApiWords.of(held.why())).orElse(null),
        item.openedAt(),
        PostJson.of(item, origin),
        item.answered().map(decision -> DecisionJson.of(decision, origin)).orElse(null),
        AuthorJson.of(item),
        item.earlier().stream().map(decision -> DecisionJson.of(decision, origin)).toList());
  }
}
