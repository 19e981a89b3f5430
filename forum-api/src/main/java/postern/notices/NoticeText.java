package postern.notices;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import postern.accounts.Author;
import postern.delivery.Passage;
import postern.kernel.MemberId;
import postern.kernel.ThreadId;
import postern.notices.NoticeMail.Words;
import postern.threads.PostLists.PlacedPost;

/**
 * The text of one mail, and which of its lines each member wrote. A notice is named by the username
 * alone: a display name is that member's own words.
 */
final class NoticeText {
  private static final int LONGEST = 30;

  private final Room room;
  private final MemberId reader;
  private final EndTokens endTokens;
  private final Words words;
  private final StringBuilder text = new StringBuilder();
  private final List<Passage> passages = new ArrayList<>();
  private final Set<MemberId> about = new HashSet<>();

  NoticeText(Room room, MemberId reader, EndTokens endTokens, Words words) {
    this.room = room;
    this.reader = reader;
    this.endTokens = endTokens;
    this.words = words;
  }

  record Written(String text, List<Passage> passages, Set<MemberId> about) {
    @Override
    public String toString() {
      return "Written[hidden]";
    }
  }

  /** What belongs to one thread stands together, in the order of time. */
  Written of(List<NoticeView> views, Set<NoticeKind> kinds) {
    var byThread = new LinkedHashMap<ThreadId, List<PlacedPost>>();
    var told = new LinkedHashMap<PlacedPost, NoticeView>();
    views.stream()
        .limit(LONGEST)
        .forEach(
            view ->
                view.post()
                    .ifPresent(
                        placed -> {
                          told.put(placed, view);
                          byThread
                              .computeIfAbsent(placed.thread().id(), _ -> new ArrayList<>())
                              .add(placed);
                        }));
    byThread.forEach((thread, posts) -> thread(thread, posts, told));
    views.stream().limit(LONGEST).forEach(this::decision);
    if (views.size() > LONGEST) {
      line("And %d more: %s".formatted(views.size() - LONGEST, url("/notices")));
      line("");
    }
    foot(kinds);
    return new Written(text.toString(), passages, about);
  }

  static String what(NoticeView view) {
    var who = view.by().map(by -> by.username().text()).orElse("");
    return switch (view.kind()) {
      case MENTION -> who + " named you";
      case ANSWER -> who + " answered you";
      case REPLY -> who + " replied in a thread that you watch";
      case THREAD -> who + " started a thread on a board that you watch";
      case LETTER -> who + " wrote you a letter";
      case DECISION -> "Moderators decided something about you";
    };
  }

  private void thread(
      ThreadId thread, List<PlacedPost> posts, LinkedHashMap<PlacedPost, NoticeView> told) {
    var view = posts.getFirst().thread();
    quoted(view.starter(), Plainly.title(view.thread().title()), "");
    var watched = new LinkedHashSet<NoticeKind>();
    for (var placed : posts) {
      var notice = told.get(placed);
      watched.add(notice.kind());
      line("");
      line(what(notice) + ":");
      about.add(placed.post().author().id());
      quoted(placed.post().author(), Plainly.excerpt(placed.post().body()), "    ");
      line(url("/p/" + placed.post().id()));
    }
    if (watched.contains(NoticeKind.REPLY) || watched.contains(NoticeKind.ANSWER)) {
      line("");
      line("No more of this thread: " + end(new Ends.Watch(thread)));
    }
    line("");
    line("");
  }

  // Neither what was decided nor why: both stand where only its member reads them.
  private void decision(NoticeView view) {
    if (view.about() instanceof NoticeView.About.OfDecision(var decision)) {
      line(what(view) + ":");
      line(url("/decisions/" + decision.id()));
      line("");
      line("");
    }
  }

  private void foot(Set<NoticeKind> kinds) {
    line("You get this because you asked to be told by mail. To end mails of one kind:");
    kinds.forEach(
        kind -> line("- %s: %s".formatted(words(kind), end(new Ends.Mails(Set.of(kind))))));
    line("All your choices: " + url("/settings/notices"));
    line("");
    line("-- ");
    line(room.house().forumName());
  }

  private void quoted(Author author, String words, String indent) {
    if (this.words == Words.QUOTED && !words.isBlank()) {
      about.add(author.id());
      passages.add(new Passage(author.id(), words));
      line(indent + words);
    }
  }

  static String words(NoticeKind kind) {
    return switch (kind) {
      case MENTION -> "when somebody names you";
      case ANSWER -> "when somebody answers you";
      case REPLY -> "new posts in threads that you watch";
      case THREAD -> "new threads on boards that you watch";
      case LETTER -> "letters";
      case DECISION -> "decisions of moderators";
    };
  }

  private String end(Ends what) {
    return url("/notices/end/" + endTokens.of(reader, what));
  }

  private String url(String path) {
    return room.house().origin().url(path);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
