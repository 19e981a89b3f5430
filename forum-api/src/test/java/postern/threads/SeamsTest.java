package postern.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.threads.House.replied;
import static postern.threads.House.started;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postern.boards.Audience;
import postern.kernel.BoardId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;

class SeamsTest {
  private static House house;

  @BeforeAll
  static void open() {
    house = new House(false);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void putsTheMergedPostsBehindTheOthersAndKeepsTheirIds() {
    var board = house.board();
    var into = house.thread(board);
    reply(into, "Second of the one");
    var from = house.thread(board);
    var moved = reply(from, "Second of the other");
    house.clock.advance(Duration.ofHours(1));
    var newest = reply(into, "Newest of all");

    var done = merged(house.root, from, into);

    assertThat(done.thread().lastNumber()).isEqualTo(5);
    assertThat(done.thread().shown()).isEqualTo(5);
    assertThat(done.thread().lastPost()).as("the newest, not the last number").isEqualTo(newest);
    assertThat(numbers(house.ben, into)).containsExactly(1, 2, 3, 4, 5);
    var placed = house.rooms.postLists().find(Viewer.GUEST, moved).orElseThrow();
    assertThat(placed.thread().id()).isEqualTo(into);
    assertThat(placed.post().number()).isEqualTo(5);
    assertThat(house.count(board).threads()).isEqualTo(1);
    assertThat(house.count(board).posts()).isEqualTo(5);
    assertThat(replied(house.rooms.posts().reply(house.ben, into, "On")).number()).isEqualTo(6);
  }

  @Test
  void leadsFromTheOldPlaceToTheNewAlsoAfterASecondMerge() {
    var board = house.board();
    var first = house.thread(board);
    var second = house.thread(board);
    var third = house.thread(board);
    reply(third, "One more");
    merged(house.root, first, second);
    merged(house.root, second, third);

    assertThat(house.rooms.threads().find(house.root, first)).isEmpty();
    var followed = house.rooms.seams().follow(Viewer.GUEST, first).orElseThrow();
    assertThat(followed.thread().id()).isEqualTo(third);
    assertThat(followed.numbersFrom()).isEqualTo(3);
    assertThat(house.rooms.seams().between(house.ben, third, 1, 20))
        .extracting(Seam::after, Seam::kind, Seam::posts)
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple(2, Seam.Kind.CAME, 2),
            org.assertj.core.api.Assertions.tuple(3, Seam.Kind.CAME, 1));
    assertThat(house.rooms.marks().log(house.root, third))
        .extracting(LogEntry::action)
        .containsExactly(LogEntry.Action.MERGE, LogEntry.Action.MERGE);
  }

  @Test
  void leadsNobodyWhoMayNotReadTheNewPlace() {
    var open = house.thread(house.board());
    var staff = house.board(Audience.STAFF, Audience.STAFF);
    var inside =
        started(house.rooms.threads().start(house.root, staff.id(), "Inside", "Words")).thread();
    merged(house.root, open, inside);
    assertThat(house.rooms.seams().follow(house.root, open)).isPresent();
    assertThat(house.rooms.seams().follow(house.ben, open)).isEmpty();
    assertThat(house.rooms.seams().between(house.ben, inside, 0, 99)).isEmpty();
  }

  @Test
  void refusesAMergeUnlessBothAreTheirsToModerate() {
    var mine = house.board();
    var theirs = house.board();
    var keeper = house.moderator(mine);
    var here = house.thread(mine);
    var there = house.thread(theirs);
    var seams = house.rooms.seams();
    assertThat(seams.merge(keeper, here, there, "Same")).isEqualTo(new Rearranged.NoSuchThread());
    assertThat(seams.merge(keeper, there, here, "Same")).isEqualTo(new Rearranged.NotAllowed());
    assertThat(seams.merge(keeper, here, here, "Same")).isEqualTo(new Rearranged.NoSuchThread());
    assertThat(seams.merge(house.ada, here, there, "Same")).isEqualTo(new Rearranged.NotAllowed());
    assertThat(seams.merge(Viewer.GUEST, here, there, "Same"))
        .isEqualTo(new Rearranged.NotAllowed());
    assertThat(seams.merge(keeper, here, house.thread(mine), " "))
        .isInstanceOf(Rearranged.BadReason.class);
    assertThat(seams.merge(keeper, new ThreadId(99_999_999), here, "Same"))
        .isEqualTo(new Rearranged.NotFound());
    assertThat(house.find(house.ben, here).shown()).isEqualTo(1);
  }

  @Test
  void splitsPostsOffAndLeavesALineAndTheGap() {
    var board = house.board();
    var thread = house.thread(board);
    var two = reply(thread, "Two");
    var three = reply(thread, "Three");
    var four = reply(thread, "Four");

    var done = split(house.root, thread, Set.of(two, four), false, Optional.empty());

    assertThat(numbers(house.ben, thread)).containsExactly(1, 3);
    var made = done.thread();
    assertThat(numbers(house.ben, made.id())).containsExactly(1, 2);
    assertThat(made.title()).isEqualTo("A title of its own");
    assertThat(made.author()).isEqualTo(house.ben.id());
    var old = house.find(house.ben, thread);
    assertThat(old.shown()).isEqualTo(2);
    assertThat(old.lastPost()).isEqualTo(three);
    assertThat(old.lastNumber()).isEqualTo(4);
    assertThat(replied(house.rooms.posts().reply(house.ben, thread, "On")).number())
        .as("no number is given twice")
        .isEqualTo(5);
    var seam = house.rooms.seams().between(Viewer.GUEST, thread, 1, 20).getFirst();
    assertThat(seam.posts()).isEqualTo(2);
    assertThat(seam.other().orElseThrow().id()).isEqualTo(made.id());
    assertThat(seam.reason()).isEqualTo("Another subject");
    assertThat(house.count(board).threads()).isEqualTo(2);
    assertThat(house.count(board).posts()).isEqualTo(5);
  }

  @Test
  void readsOnThroughTheGapThatASplitLeft() {
    var thread = house.thread(house.board());
    var gone = List.of(reply(thread, "2"), reply(thread, "3"), reply(thread, "4"));
    reply(thread, "5");
    split(house.root, thread, Set.copyOf(gone), false, Optional.empty());
    var stretch = house.rooms.postLists().range(house.ben, thread, 1, 1).orElseThrow().posts();
    assertThat(stretch.rows()).extracting(Post::number).containsExactly(5);
    assertThat(stretch.more()).isFalse();
    var page = house.rooms.postLists().page(house.ben, thread, 0, 3).orElseThrow().posts();
    assertThat(page.rows()).extracting(Post::number).containsExactly(1);
    assertThat(page.more()).isTrue();
  }

  @Test
  void takesAllThatFollowsWhenAsked() {
    var thread = house.thread(house.board());
    reply(thread, "2");
    var three = reply(thread, "3");
    reply(thread, "4");
    reply(thread, "5");
    var done = split(house.root, thread, Set.of(three), true, Optional.empty());
    assertThat(numbers(house.ben, thread)).containsExactly(1, 2);
    assertThat(done.thread().shown()).isEqualTo(3);
    assertThat(done.first()).isEqualTo(three);
  }

  @Test
  void namesNoThreadThatTheReaderMayNotSee() {
    var thread = house.thread(house.board());
    var two = reply(thread, "Two");
    var staff = house.board(Audience.STAFF, Audience.STAFF);
    split(house.root, thread, Set.of(two), false, Optional.of(staff.id()));
    var seen = house.rooms.seams().between(house.ben, thread, 1, 20).getFirst();
    assertThat(seen.other()).isEmpty();
    assertThat(seen.title()).isEmpty();
    assertThat(house.rooms.seams().between(house.root, thread, 1, 20).getFirst().other())
        .isPresent();
    assertThat(house.rooms.postLists().find(house.ben, two)).isEmpty();
  }

  @Test
  void refusesASplitOfWhatCannotGo() {
    var mine = house.board();
    var keeper = house.moderator(mine);
    var thread = house.thread(mine);
    var first = house.rooms.postLists().range(house.ben, thread, 0, 1).orElseThrow();
    var opening = first.posts().rows().getFirst().id();
    var two = reply(thread, "Two");
    var stranger = reply(house.thread(mine), "Elsewhere");
    var bad = new Rearranged.BadPosts();
    assertThat(ask(keeper, thread, Set.of(), Optional.empty())).isEqualTo(bad);
    assertThat(ask(keeper, thread, Set.of(opening, two), Optional.empty())).isEqualTo(bad);
    assertThat(ask(keeper, thread, Set.of(two, stranger), Optional.empty())).isEqualTo(bad);
    assertThat(ask(keeper, thread, Set.of(two), Optional.of(house.board())))
        .isEqualTo(new Rearranged.NoSuchBoard());
    assertThat(ask(house.ben, thread, Set.of(two), Optional.empty()))
        .isEqualTo(new Rearranged.NotAllowed());
    house.rooms.posts().delete(house.ben, two, "");
    assertThat(ask(keeper, thread, Set.of(two), Optional.empty())).isEqualTo(bad);
  }

  private static Rearranged.Done merged(Viewer by, ThreadId from, ThreadId into) {
    return (Rearranged.Done) house.rooms.seams().merge(by, from, into, "The same question");
  }

  private static Rearranged.Done split(
      Viewer by, ThreadId thread, Set<PostId> posts, boolean rest, Optional<BoardId> board) {
    var wish = new Seams.Wish(posts, rest, "A title of its own", board, "Another subject");
    return (Rearranged.Done) house.rooms.seams().split(by, thread, wish);
  }

  private static Rearranged ask(
      Viewer by, ThreadId thread, Set<PostId> posts, Optional<BoardId> board) {
    return house
        .rooms
        .seams()
        .split(by, thread, new Seams.Wish(posts, false, "A title", board, "Why not"));
  }

  private static PostId reply(ThreadId thread, String body) {
    return replied(house.rooms.posts().reply(house.ben, thread, body)).post();
  }

  private static List<Integer> numbers(Viewer viewer, ThreadId thread) {
    return house
        .rooms
        .postLists()
        .range(viewer, thread, 0, 100)
        .orElseThrow()
        .posts()
        .rows()
        .stream()
        .map(Post::number)
        .toList();
  }
}
