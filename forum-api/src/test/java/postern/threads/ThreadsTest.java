package postern.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.kernel.AMember.aMember;
import static postern.threads.House.changed;
import static postern.threads.House.started;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postern.boards.Audience;
import postern.http.Cursor;
import postern.kernel.BoardId;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.threads.ThreadLists.BoardCount;

class ThreadsTest {
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
  void startsAThreadThatVisitorsRead() {
    var board = house.board();
    var posted =
        started(
            house.rooms.threads().start(house.ada, board, " Hello,  *wörld*! ", "Some **words**"));
    assertThat(posted.slug()).isEqualTo("hello-world");
    var thread = house.find(Viewer.GUEST, posted.thread());
    assertThat(thread.title()).isEqualTo("Hello, *wörld*!");
    assertThat(thread.author()).isEqualTo(house.ada.id());
    assertThat(thread.replies()).isZero();
    assertThat(thread.lastPost()).isEqualTo(posted.post());
    var post =
        house
            .rooms
            .postLists()
            .range(Viewer.GUEST, thread.id(), 0, 20)
            .orElseThrow()
            .posts()
            .rows()
            .getFirst();
    assertThat(post.number()).isEqualTo(1);
    assertThat(post.body()).isEqualTo("Some **words**");
    assertThat(post.html().html()).isEqualTo("<p>Some <strong>words</strong></p>\n");
  }

  @Test
  void refusesWhatIsNoThread() {
    var board = house.board();
    var threads = house.rooms.threads();
    assertThat(threads.start(Viewer.GUEST, board, "t", "b")).isEqualTo(new Started.NotAllowed());
    assertThat(threads.start(aMember(house.ben.id().value()).silenced().looking(), board, "t", "b"))
        .isEqualTo(new Started.NotAllowed());
    assertThat(threads.start(house.ada, new BoardId(999_999_999), "t", "b"))
        .isEqualTo(new Started.NotFound());
    assertThat(threads.start(house.ada, board, " \n", "b")).isEqualTo(new Started.BadTitle(160));
    assertThat(threads.start(house.ada, board, "t".repeat(161), "b"))
        .isEqualTo(new Started.BadTitle(160));
    assertThat(threads.start(house.ada, board, "t", " \n "))
        .isEqualTo(new Started.BadBody(new TextFault.Empty()));
    assertThat(threads.start(house.ada, board, "t", null))
        .isEqualTo(new Started.BadBody(new TextFault.Empty()));
    assertThat(threads.start(house.ada, board, "t", "b".repeat(32_001)))
        .isEqualTo(new Started.BadBody(new TextFault.TooLong(32_000)));
    var staff = house.board(Audience.STAFF, Audience.STAFF).id();
    assertThat(threads.start(house.ada, staff, "t", "b")).isEqualTo(new Started.NotFound());
    var readOnly = house.board(Audience.VISITORS, Audience.STAFF).id();
    assertThat(threads.start(house.ada, readOnly, "t", "b")).isEqualTo(new Started.NotAllowed());
    assertThat(threads.start(house.moderator(readOnly), readOnly, "👍".repeat(160), "b"))
        .isInstanceOf(Started.Posted.class);
    assertThat(house.count(readOnly).threads()).isEqualTo(1);
  }

  @Test
  void keepsWhatMayNotBeReadOutOfEveryList() {
    var staff = house.board(Audience.STAFF, Audience.STAFF).id();
    var secret = started(house.rooms.threads().start(house.root, staff, "Secret", "Secret words"));
    assertThat(house.rooms.threads().find(house.ada, secret.thread())).isEmpty();
    assertThat(house.rooms.threadLists().onBoard(house.ada, staff, Optional.empty(), 20)).isEmpty();
    assertThat(house.rooms.threadLists().latest(house.ada, Optional.empty(), 100).rows())
        .extracting(ThreadView::id)
        .doesNotContain(secret.thread());
    assertThat(
            house
                .rooms
                .threadLists()
                .startedBy(house.ada, house.root.id(), Optional.empty(), 100)
                .rows())
        .extracting(ThreadView::id)
        .doesNotContain(secret.thread());
    assertThat(house.rooms.postLists().range(house.ada, secret.thread(), 0, 20)).isEmpty();
    assertThat(house.rooms.postLists().find(house.ada, secret.post())).isEmpty();
    assertThat(house.rooms.postLists().by(house.ada, house.root.id(), Optional.empty(), 100).rows())
        .extracting(placed -> placed.post().id())
        .doesNotContain(secret.post());
    assertThat(house.rooms.postLists().revisions(house.ada, secret.post())).isEmpty();
    assertThat(house.rooms.posts().reply(house.ada, secret.thread(), "x"))
        .isEqualTo(new Replied.NotFound());
    assertThat(house.rooms.posts().edit(house.ada, secret.post(), "x", null))
        .isEqualTo(new PostChanged.NotFound());
    assertThat(house.rooms.posts().delete(house.ada, secret.post(), null))
        .isEqualTo(new PostChanged.NotFound());
    assertThat(house.rooms.marks().lock(house.ada, secret.thread(), "x"))
        .isEqualTo(new ThreadChanged.NotFound());
    assertThat(house.rooms.threads().retitle(house.ada, secret.thread(), "x", null))
        .isEqualTo(new ThreadChanged.NotFound());
    assertThat(house.rooms.threads().find(house.root, secret.thread())).isPresent();
    assertThat(house.rooms.postLists().find(house.root, secret.post())).isPresent();
  }

  @Test
  void listsABoardPinnedFirstThenByActivityAcrossPages() {
    var board = house.board();
    assertThat(onBoard(board, 3)).containsExactly(List.of());
    var all = new ArrayList<ThreadId>();
    for (int i = 0; i < 7; i++) {
      all.add(house.thread(board));
      house.clock.advance(Duration.ofMinutes(1));
    }
    house.rooms.posts().reply(house.ben, all.get(2), "Up");
    house.rooms.marks().pin(house.root, all.get(0), "Read first");
    house.rooms.marks().pin(house.root, all.get(4), "Read second");
    house.rooms.marks().hide(house.root, all.get(5), "Spam");
    var expected = List.of(all.get(4), all.get(0), all.get(2), all.get(6), all.get(3), all.get(1));
    for (int size = 1; size <= 7; size++) {
      assertThat(onBoard(board, size).stream().flatMap(List::stream))
          .as("pages of %d", size)
          .isEqualTo(expected);
    }
    assertThat(onBoard(board, 3)).extracting(List::size).containsExactly(3, 3);
    assertThat(house.rooms.threadLists().unlisted(house.root, board, Optional.empty(), 5).rows())
        .extracting(ThreadView::id)
        .containsExactly(all.get(5));
    assertThat(house.rooms.threadLists().unlisted(house.ada, board, Optional.empty(), 5).rows())
        .isEmpty();
  }

  @Test
  void listsTheLatestByKeyAlsoWhenTimesAreTheSame() {
    var board = house.board();
    house.clock.advance(Duration.ofHours(1));
    var all = new ArrayList<ThreadId>();
    for (int i = 0; i < 5; i++) {
      all.add(house.thread(board));
    }
    var seen = new ArrayList<ThreadId>();
    var after = Optional.<Cursor>empty();
    for (int page = 0; page < 3; page++) {
      var slice = house.rooms.threadLists().latest(Viewer.GUEST, after, 2);
      slice.rows().forEach(thread -> seen.add(thread.id()));
      after = Optional.of(ThreadLists.cursor(slice.rows().getLast()));
    }
    assertThat(seen.subList(0, 5)).isEqualTo(all.reversed());
    var started =
        house
            .rooms
            .threadLists()
            .startedBy(Viewer.GUEST, house.ada.id(), Optional.of(all.get(3)), 2);
    assertThat(started.rows()).extracting(ThreadView::id).containsExactly(all.get(2), all.get(1));
    assertThat(started.more()).isTrue();
  }

  @Test
  void marksAThreadWithAReasonAndKeepsALog() {
    var thread = house.thread(house.board());
    var marks = house.rooms.marks();
    assertThat(marks.lock(house.ada, thread, "mine")).isEqualTo(new ThreadChanged.NotAllowed());
    assertThat(marks.lock(house.root, thread, " ")).isEqualTo(new ThreadChanged.BadReason(500));
    assertThat(marks.lock(house.root, thread, "r".repeat(501)))
        .isEqualTo(new ThreadChanged.BadReason(500));
    assertThat(changed(marks.lock(house.root, thread, "Goes in circles")).lockReason())
        .contains("Goes in circles");
    assertThat(changed(marks.unlock(house.root, thread, null)).locked()).isFalse();
    house.clock.advance(Duration.ofMinutes(1));
    assertThat(changed(marks.hide(house.root, thread, "Spam")).listed()).isFalse();
    assertThat(house.rooms.threads().find(house.ada, thread)).isEmpty();
    assertThat(house.rooms.threads().find(house.root, thread)).isPresent();
    assertThat(changed(marks.show(house.root, thread, "Was none")).listed()).isTrue();
    assertThat(marks.log(house.root, thread))
        .extracting(LogEntry::action)
        .containsExactlyInAnyOrder(
            LogEntry.Action.SHOW,
            LogEntry.Action.HIDE,
            LogEntry.Action.UNLOCK,
            LogEntry.Action.LOCK);
    assertThat(marks.log(house.ada, thread)).isEmpty();
  }

  @Test
  void movesAThreadAndItsCountsAndBack() {
    var from = house.board();
    var to = house.board();
    var thread = house.thread(from);
    house.rooms.posts().reply(house.ben, thread, "A reply");
    assertThat(house.count(from))
        .isEqualTo(new BoardCount(1, 2, house.rooms.threads().find(house.ada, thread)));
    assertThat(house.rooms.marks().move(house.root, thread, new BoardId(999_999_999), "x"))
        .isEqualTo(new ThreadChanged.NoSuchBoard());
    assertThat(house.rooms.marks().move(house.moderator(to), thread, to, "x"))
        .isEqualTo(new ThreadChanged.NotAllowed());
    var moved = changed(house.rooms.marks().move(house.root, thread, to, "Fits better"));
    assertThat(moved.movedFrom()).contains(from);
    assertThat(house.count(from)).isEqualTo(BoardCount.NOTHING);
    assertThat(house.count(to).posts()).isEqualTo(2);
    assertThat(onBoard(to, 5).getFirst()).containsExactly(thread);
    house.rooms.marks().hide(house.root, thread, "x");
    assertThat(house.count(to)).isEqualTo(BoardCount.NOTHING);
    house.rooms.marks().show(house.root, thread, "x");
    assertThat(changed(house.rooms.marks().moveBack(house.root, thread, null)).board())
        .isEqualTo(from);
    assertThat(house.count(from).posts()).isEqualTo(2);
    assertThat(house.rooms.marks().moveBack(house.root, thread, null))
        .isEqualTo(new ThreadChanged.NoSuchBoard());
  }

  @Test
  void letsItsStarterRenameAThreadWhileItIsOpen() {
    var thread = house.thread(house.board());
    assertThat(house.rooms.threads().retitle(house.ben, thread, "x", null))
        .isEqualTo(new ThreadChanged.NotAllowed());
    assertThat(changed(house.rooms.threads().retitle(house.ada, thread, "Better", null)).title())
        .isEqualTo("Better");
    house.rooms.marks().lock(house.root, thread, "x");
    assertThat(house.rooms.threads().retitle(house.ada, thread, "Best", null))
        .isEqualTo(new ThreadChanged.NotAllowed());
    assertThat(
            changed(house.rooms.threads().retitle(house.root, thread, "Clear", "Said nothing"))
                .title())
        .isEqualTo("Clear");
  }

  @Test
  void makesWritersWaitButNotModerators() {
    try (var strict = new House(true)) {
      var board = strict.board();
      var threads = strict.rooms.threads();
      for (int i = 0; i < ThreadLimits.standard().threadsPerHour(); i++) {
        assertThat(threads.start(strict.ada, board, "t", "b")).isInstanceOf(Started.Posted.class);
        assertThat(threads.start(strict.root, board, "t", "b")).isInstanceOf(Started.Posted.class);
      }
      assertThat(threads.start(strict.ada, board, "t", "b")).isInstanceOf(Started.TooSoon.class);
      assertThat(threads.start(strict.root, board, "t", "b")).isInstanceOf(Started.Posted.class);
      assertThat(threads.start(strict.ben, board, "t", "b")).isInstanceOf(Started.Posted.class);
      strict.clock.advance(Duration.ofHours(1));
      assertThat(threads.start(strict.ada, board, "t", "b")).isInstanceOf(Started.Posted.class);
    }
  }

  /** All pages of a board, each by the key of the last row before. */
  private static List<List<ThreadId>> onBoard(BoardId board, int size) {
    var pages = new ArrayList<List<ThreadId>>();
    var after = Optional.<Cursor>empty();
    while (true) {
      var slice = house.rooms.threadLists().onBoard(Viewer.GUEST, board, after, size).orElseThrow();
      pages.add(slice.rows().stream().map(ThreadView::id).toList());
      if (!slice.more()) {
        return pages;
      }
      after = Optional.of(Cursor.parse(ThreadLists.cursorOnBoard(slice.rows().getLast()).text()));
    }
  }
}
