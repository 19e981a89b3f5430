package postern.web.moderation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import postern.accounts.MemberView;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.Standing;
import postern.kernel.ThreadId;
import postern.moderation.Action;
import postern.moderation.Decision;
import postern.moderation.QueueItem;
import postern.threads.HeldPost;
import postern.threads.PostLists.PlacedPost;
import postern.threads.ThreadView;
import postern.web.Count;
import postern.web.Desk;
import postern.web.Link;
import postern.web.MemberName;
import postern.web.People;
import postern.web.Visit;

/** Puts what moderators see into words and links. */
final class Views {
  private final Desk desk;

  Views(Desk desk) {
    this.desk = desk;
  }

  ItemView item(Visit visit, QueueItem item) {
    var member = item.record();
    return new ItemView(
        item.id().toString(),
        "/moderation/queue/" + item.id(),
        Words.what(item) + item.held().map(held -> ": " + why(held)).orElse(""),
        People.name(item.author()),
        visit.when(
            item.post()
                .map(placed -> placed.post().createdAt())
                .or(() -> item.held().map(HeldPost::writtenAt))
                .orElse(item.openedAt())),
        item.post().map(Views::place).or(() -> item.held().map(Views::place)),
        item.post().map(placed -> placed.post().html()).or(() -> item.held().map(HeldPost::html)),
        item.said().stream().map(Words::said).toList(),
        item.answered()
            .map(
                decision ->
                    new ItemView.Answer(told(visit, decision), decision.answer().orElse(""))),
        member.map(known -> record(visit, known)).orElse(List.of("Known from an archive alone")),
        item.earlier().stream().map(decision -> told(visit, decision)).toList());
  }

  /** As the log has it; names stand where the reader may know them. */
  List<DecisionView> entries(
      Visit visit, List<Decision> entries, Map<ThreadId, ThreadView> threads) {
    var names = names(entries);
    return entries.stream()
        .map(
            entry ->
                view(
                    visit,
                    entry,
                    Words.done(entry.action()),
                    entry.thread().flatMap(id -> Optional.ofNullable(threads.get(id))),
                    names))
        .toList();
  }

  /** As whom it concerns reads it, and moderators beside their name. */
  DecisionView told(Visit visit, Decision decision) {
    return new DecisionView(
        Words.done(decision.action()),
        Optional.empty(),
        Optional.empty(),
        place(decision, "Where it was"),
        decision.reason(),
        visit.when(decision.at()),
        decision.until().map(visit::when),
        decision.answer());
  }

  DecisionView mine(Visit visit, Decision decision) {
    return new DecisionView(
        Words.toMember(decision.action()),
        Optional.empty(),
        Optional.empty(),
        readable(visit, decision) ? place(decision, "Where it was") : Optional.empty(),
        decision.reason(),
        visit.when(decision.at()),
        decision.until().map(visit::when),
        decision.answer());
  }

  private boolean readable(Visit visit, Decision decision) {
    var rooms = desk.forum().discussions();
    return decision.thread().flatMap(id -> rooms.threads().find(visit.viewer(), id)).isPresent();
  }

  private static DecisionView view(
      Visit visit,
      Decision entry,
      String what,
      Optional<ThreadView> thread,
      Map<MemberId, MemberName> names) {
    return new DecisionView(
        what,
        entry.actor().map(names::get),
        entry.member().map(names::get),
        thread.flatMap(view -> place(entry, view.thread().title())),
        entry.reason(),
        visit.when(entry.at()),
        entry.until().map(visit::when),
        entry.answer());
  }

  private Map<MemberId, MemberName> names(Collection<Decision> entries) {
    var ids =
        entries.stream()
            .flatMap(entry -> Stream.of(entry.actor(), entry.member()))
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    return desk.people().named(ids);
  }

  private static Optional<Link> place(Decision decision, String text) {
    // A refused post stands nowhere.
    return decision.action() == Action.REFUSE
        ? Optional.empty()
        : decision
            .post()
            .map(PostId::toString)
            .map(post -> new Link(text, "/p/" + post))
            .or(() -> decision.thread().map(thread -> new Link(text, "/t/" + thread)));
  }

  private static Link place(PlacedPost placed) {
    return new Link(
        placed.thread().thread().title() + ", post " + placed.post().number(),
        "/p/" + placed.post().id());
  }

  private static Link place(HeldPost held) {
    return held.thread()
        .map(thread -> new Link(held.title(), "/t/" + thread.id()))
        .orElseGet(() -> new Link("A new thread: " + held.title(), "/b/" + held.board().id()));
  }

  private static String why(HeldPost held) {
    return switch (held.why()) {
      case WORD -> "a listed word stands in it";
      case FIRST_POSTS -> "it is among the first posts of a new member";
      case LINKS -> "it has many links for a new member";
      case REPEATED -> "a new member wrote the same lately";
    };
  }

  private static List<String> record(Visit visit, MemberView member) {
    var facts = new ArrayList<String>();
    facts.add(Count.posts(member.posts()).words());
    facts.add("member since " + visit.when(member.joinedAt()).date());
    if (member.standing() != Standing.ACTIVE) {
      facts.add(limits(visit, member));
    }
    return facts;
  }

  static String limits(Visit visit, MemberView member) {
    return member.standing().name().toLowerCase(java.util.Locale.ROOT)
        + member.standingUntil().map(end -> " until " + visit.when(end).full()).orElse("");
  }
}
