package postern.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.threads.House.replied;
import static postern.threads.House.started;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import postern.boards.Audience;
import postern.kernel.BoardId;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;

class ReadingTest {
  private static final House HOUSE = new House(false);
  private static final Reading READING = HOUSE.rooms.reading();

  private final BoardId board = HOUSE.board();

  @AfterAll
  static void close() {
    HOUSE.close();
  }

  @Test
  void aThreadIsUnreadUntilItsLastPostWasShown() {
    var eve = newcomer();
    var thread = HOUSE.thread(board);
    reply(thread);
    assertThat(seen(eve, thread).unread(HOUSE.find(eve, thread))).isTrue();

    READING.marks().note(eve, thread, 1);
    assertThat(seen(eve, thread).unread(HOUSE.find(eve, thread))).isTrue();
    assertThat(seen(eve, thread).firstUnread(HOUSE.find(eve, thread))).isEqualTo(OptionalInt.of(2));

    READING.marks().note(eve, thread, 2);
    assertThat(seen(eve, thread).unread(HOUSE.find(eve, thread))).isFalse();
    assertThat(unread(eve)).doesNotContain(thread);
    reply(thread);
    assertThat(unread(eve)).contains(thread);
  }

  @Test
  void aLowerNumberTakesNothingBack() {
    var eve = newcomer();
    var thread = HOUSE.thread(board);
    reply(thread);
    READING.marks().note(eve, thread, 2);
    READING.marks().note(eve, thread, 1);

    assertThat(seen(eve, thread).upTo(thread)).isEqualTo(2);
  }

  @Test
  void whatOneWroteIsReadByOneself() {
    var thread = HOUSE.thread(board);
    reply(thread);

    assertThat(unread(HOUSE.ben)).doesNotContain(thread);
    assertThat(unread(HOUSE.ada)).contains(thread);
  }

  @Test
  void whatStoodBeforeOneJoinedIsNotUnread() {
    var thread = HOUSE.thread(board);
    var eve = newcomer();

    assertThat(unread(eve)).doesNotContain(thread);
    assertThat(seen(eve, thread).unread(HOUSE.find(eve, thread))).isFalse();
    reply(thread);
    assertThat(unread(eve)).contains(thread);
    assertThat(seen(eve, thread).firstUnread(HOUSE.find(eve, thread))).isEmpty();
  }

  @Test
  void marksABoardOrAllAsRead() {
    var eve = newcomer();
    var other = HOUSE.board();
    var here = HOUSE.thread(board);
    var there = HOUSE.thread(other);
    assertThat(READING.marks().unreadBoards(eve)).contains(board, other);

    assertThat(READING.marks().markBoard(eve, board)).isTrue();
    assertThat(unread(eve)).contains(there).doesNotContain(here);
    assertThat(READING.marks().unreadBoards(eve)).contains(other).doesNotContain(board);

    READING.marks().markAll(eve);
    assertThat(unread(eve)).isEmpty();
    assertThat(READING.marks().unreadBoards(eve)).isEmpty();
    later();
    reply(here);
    assertThat(unread(eve)).containsExactly(here);
  }

  @Test
  void whatIsOldIsNotUnread() {
    var eve = newcomer();
    var thread = HOUSE.thread(board);
    HOUSE.clock.advance(Duration.ofDays(91));

    assertThat(unread(eve)).doesNotContain(thread);
    assertThat(READING.marks().unreadBoards(eve)).isEmpty();
  }

  @Test
  void nothingOfAClosedBoardIsTold() {
    var eve = newcomer();
    var closed = HOUSE.board(Audience.STAFF, Audience.STAFF).id();
    var thread = started(HOUSE.rooms.threads().start(HOUSE.root, closed, "Staff", "Only")).thread();

    assertThat(unread(eve)).doesNotContain(thread);
    assertThat(READING.marks().unreadBoards(eve)).doesNotContain(closed);
    assertThat(READING.marks().markBoard(eve, closed)).isFalse();
    assertThat(READING.marks().noteReadable(eve, thread, 1)).isFalse();
    assertThat(
            READING
                .lists()
                .countSince(eve, Optional.of(closed), HOUSE.clock.instant().minusSeconds(60), 10))
        .isZero();
  }

  @Test
  void aVisitEndsWithAPause() {
    var eve = newcomer();
    assertThat(READING.marks().arrive(eve)).isEmpty();
    HOUSE.clock.advance(Duration.ofMinutes(20));
    assertThat(READING.marks().arrive(eve)).isEmpty();
    var left = HOUSE.clock.instant();
    HOUSE.clock.advance(Duration.ofMinutes(31));

    assertThat(READING.marks().arrive(eve)).contains(left);
    HOUSE.clock.advance(Duration.ofMinutes(20));
    assertThat(READING.marks().arrive(eve)).contains(left);
    assertThat(READING.marks().lastVisit(eve)).contains(left);
  }

  @Test
  void countsAndListsWhatWasWrittenSinceAMoment() {
    later();
    var moment = HOUSE.clock.instant();
    later();
    var thread = HOUSE.thread(board);

    assertThat(READING.lists().countSince(Viewer.GUEST, Optional.of(board), moment, 10)).isOne();
    assertThat(ids(READING.lists().since(HOUSE.ada, moment, Optional.empty(), 10).rows()))
        .containsExactly(thread);
  }

  @Test
  void listsOpenThreadsWithNoReply() {
    var lonely = HOUSE.thread(board);
    var answered = HOUSE.thread(board);
    reply(answered);
    var locked = HOUSE.thread(board);
    HOUSE.rooms.marks().lock(HOUSE.root, locked, "Enough");

    assertThat(
            ids(
                READING
                    .lists()
                    .unanswered(Viewer.GUEST, Optional.of(board), Optional.empty(), 20)
                    .rows()))
        .containsExactly(lonely);
  }

  @Test
  void listsABoardByStartAndGoesOn() {
    var first = HOUSE.thread(board);
    later();
    var second = HOUSE.thread(board);
    later();
    reply(first);
    var page = READING.lists().byStart(Viewer.GUEST, board, Optional.empty(), 1);
    assertThat(ids(page.rows())).containsExactly(second);

    var next = Optional.of(ReadingLists.cursorByStart(page.rows().getLast()));
    assertThat(ids(READING.lists().byStart(Viewer.GUEST, board, next, 1).rows()))
        .containsExactly(first);
  }

  @Test
  void whatOneMayNoLongerReadLeavesTheBookmarks() {
    var eve = newcomer();
    var thread = HOUSE.thread(board);
    var post = reply(thread);
    assertThat(READING.bookmarks().add(eve, post)).isInstanceOf(Bookmarked.Done.class);
    assertThat(READING.bookmarks().add(eve, thread)).isInstanceOf(Bookmarked.Done.class);
    assertThat(READING.bookmarks().list(eve, Optional.empty(), 10).rows()).hasSize(2);
    assertThat(ids(READING.lists().bookmarked(eve, Optional.empty(), 10).rows()))
        .containsExactly(thread);
    assertThat(READING.bookmarks().among(eve, List.of(post))).containsExactly(post);
    assertThat(READING.bookmarks().among(HOUSE.ben, List.of(post))).isEmpty();

    HOUSE.rooms.posts().delete(HOUSE.ben, post, "");
    assertThat(READING.bookmarks().list(eve, Optional.empty(), 10).rows()).hasSize(1);
    HOUSE.rooms.marks().hide(HOUSE.root, thread, "No");
    assertThat(READING.bookmarks().list(eve, Optional.empty(), 10).rows()).isEmpty();
    assertThat(READING.lists().bookmarked(eve, Optional.empty(), 10).rows()).isEmpty();
    assertThat(READING.bookmarks().add(eve, post)).isInstanceOf(Bookmarked.NotFound.class);
  }

  @Test
  void aDraftIsItsWritersAloneAndOneForEachPlace() {
    var thread = HOUSE.thread(board);
    var drafts = READING.drafts();
    save(HOUSE.ben, thread, "Half a");
    save(HOUSE.ben, thread, "Half a thought");

    assertThat(drafts.find(HOUSE.ben, Draft.Kind.REPLY, thread.value()))
        .map(Draft::body)
        .contains("Half a thought");
    assertThat(drafts.find(HOUSE.ada, Draft.Kind.REPLY, thread.value())).isEmpty();
    assertThat(drafts.find(Viewer.GUEST, Draft.Kind.REPLY, thread.value())).isEmpty();
    assertThat(save(HOUSE.ben, thread, " ")).isInstanceOf(DraftSaved.Dropped.class);
    assertThat(drafts.find(HOUSE.ben, Draft.Kind.REPLY, thread.value())).isEmpty();
  }

  @Test
  void aDraftNeedsAPlaceToWriteAndRoom() {
    var eve = newcomer();
    var closed = HOUSE.board(Audience.STAFF, Audience.STAFF).id();
    var drafts = READING.drafts();
    assertThat(drafts.save(eve, Draft.Kind.THREAD, closed.value(), "T", "B"))
        .isInstanceOf(DraftSaved.NotFound.class);
    assertThat(drafts.save(eve, Draft.Kind.THREAD, board.value(), "T".repeat(201), ""))
        .isInstanceOf(DraftSaved.TooLong.class);
    for (int i = 0; i < ReadingLimits.standard().drafts(); i++) {
      assertThat(drafts.save(eve, Draft.Kind.THREAD, HOUSE.board().value(), "T", ""))
          .isInstanceOf(DraftSaved.Saved.class);
    }
    assertThat(drafts.save(eve, Draft.Kind.THREAD, board.value(), "T", ""))
        .isInstanceOf(DraftSaved.TooMany.class);

    HOUSE.clock.advance(Duration.ofDays(91));
    drafts.sweep();
    assertThat(drafts.own(eve)).isEmpty();
  }

  private static DraftSaved save(Viewer.Member by, ThreadId thread, String body) {
    return READING.drafts().save(by, Draft.Kind.REPLY, thread.value(), "", body);
  }

  private Viewer.Member newcomer() {
    later();
    var member = HOUSE.member();
    later();
    return member;
  }

  private static void later() {
    HOUSE.clock.advance(Duration.ofSeconds(5));
  }

  private static postern.kernel.PostId reply(ThreadId thread) {
    return replied(HOUSE.rooms.posts().reply(HOUSE.ben, thread, "A reply")).post();
  }

  private static Seen seen(Viewer viewer, ThreadId thread) {
    return READING
        .marks()
        .seen(viewer, List.of(HOUSE.rooms.threads().find(viewer, thread).orElseThrow()));
  }

  private static List<ThreadId> unread(Viewer.Member viewer) {
    return ids(READING.lists().unread(viewer, Optional.empty(), Optional.empty(), 100).rows());
  }

  private static List<ThreadId> ids(List<ThreadView> views) {
    return views.stream().map(ThreadView::id).toList();
  }
}
