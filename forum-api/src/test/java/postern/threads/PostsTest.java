package postern.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.kernel.AMember.aMember;
import static postern.threads.House.changed;
import static postern.threads.House.replied;
import static postern.threads.House.started;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postern.http.Cursor;
import postern.jobs.JobEnd;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;

class PostsTest {
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
  void givesFiftyRepliesAtOnceFiftyConsecutiveNumbers() throws Exception {
    var board = house.board();
    var thread = house.thread(board);
    var work = new ArrayList<Callable<Replied>>();
    for (int i = 0; i < 50; i++) {
      var author = house.member();
      work.add(() -> house.rooms.posts().reply(author, thread, "At once"));
    }
    var numbers = new HashSet<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(work)) {
        numbers.add(replied(done.get()).number());
      }
    }
    assertThat(numbers).isEqualTo(new HashSet<>(IntStream.rangeClosed(2, 51).boxed().toList()));
    var after = house.find(house.ada, thread);
    assertThat(after.lastNumber()).isEqualTo(51);
    assertThat(after.shown()).isEqualTo(51);
    assertThat(house.count(board).posts()).isEqualTo(51);
  }

  @Test
  void readsAThreadByItsNumbers() {
    var thread = house.thread(house.board());
    assertThat(numbers(thread, 0, 5)).containsExactly(1);
    for (int i = 0; i < 9; i++) {
      house.rooms.posts().reply(house.ben, thread, "Reply " + i);
    }
    assertThat(numbers(thread, 0, 5)).containsExactly(1, 2, 3, 4, 5);
    assertThat(numbers(thread, 5, 5)).containsExactly(6, 7, 8, 9, 10);
    assertThat(numbers(thread, 10, 5)).isEmpty();
    assertThat(numbers(thread, Integer.MAX_VALUE - 1, 100)).isEmpty();
    assertThat(house.rooms.postLists().range(house.ada, thread, 5, 5).orElseThrow().posts().more())
        .isFalse();
    assertThat(house.rooms.postLists().range(house.ada, thread, 0, 9).orElseThrow().posts().more())
        .isTrue();
    assertThat(house.rooms.postLists().range(house.ada, new ThreadId(999_999_999), 0, 5)).isEmpty();
  }

  @Test
  void refusesReplyWhenThreadIsLockedOrTheMemberMayNotWrite() {
    var thread = house.thread(house.board());
    var posts = house.rooms.posts();
    assertThat(posts.reply(Viewer.GUEST, thread, "x")).isEqualTo(new Replied.NotAllowed());
    assertThat(posts.reply(aMember(house.ben.id().value()).silenced().looking(), thread, "x"))
        .isEqualTo(new Replied.NotAllowed());
    assertThat(posts.reply(house.ben, thread, "\u0000\n"))
        .isEqualTo(new Replied.BadBody(new TextFault.Empty()));
    house.rooms.marks().lock(house.root, thread, "Enough");
    assertThat(posts.reply(house.ben, thread, "x")).isEqualTo(new Replied.ThreadLocked());
    assertThat(posts.reply(house.root, thread, "Last word")).isInstanceOf(Replied.Posted.class);
    house.rooms.marks().hide(house.root, thread, "Spam");
    assertThat(posts.reply(house.ben, thread, "x")).isEqualTo(new Replied.NotFound());
  }

  @Test
  void previewsWhatWillBePosted() {
    var thread = house.thread(house.board());
    var body = "Hello @ada and @nobody\r\n\n| a |\n|---|\n| b |";
    var preview = (Previewed.Shown) house.rooms.posts().preview(house.ben, body);
    var post = reply(thread, body);
    assertThat(read(post).html()).isEqualTo(preview.html());
    assertThat(preview.html().html()).contains("href=\"/m/ada\"").doesNotContain("/m/nobody");
    assertThat(house.rooms.posts().preview(house.ben, " "))
        .isEqualTo(new Previewed.BadBody(new TextFault.Empty()));
  }

  @Test
  void keepsEveryVersionOfAnEditedPost() {
    var thread = house.thread(house.board());
    var post = reply(thread, "One");
    house.clock.advance(Duration.ofMinutes(5));
    assertThat(changed(house.rooms.posts().edit(house.ben, post, "Two", null)).editedAt())
        .contains(house.clock.instant());
    house.clock.advance(Duration.ofMinutes(5));
    assertThat(changed(house.rooms.posts().edit(house.root, post, "Three", "Clearer")).body())
        .isEqualTo("Three");
    assertThat(changed(house.rooms.posts().edit(house.ben, post, "Three", null)).body())
        .isEqualTo("Three");
    var versions = house.rooms.postLists().revisions(house.ben, post).orElseThrow();
    assertThat(versions).extracting(Revision::number).containsExactly(1, 2, 3);
    assertThat(versions).extracting(Revision::body).containsExactly("One", "Two", "Three");
    assertThat(versions)
        .extracting(version -> version.writtenBy().id())
        .containsExactly(house.ben.id(), house.ben.id(), house.root.id());
    assertThat(versions.get(0).writtenAt()).isBefore(versions.get(1).writtenAt());
    assertThat(house.rooms.postLists().revisions(house.ada, post)).isEmpty();
    assertThat(house.rooms.postLists().revisions(house.root, post)).isPresent();
    assertThat(house.rooms.marks().log(house.root, thread))
        .extracting(LogEntry::action)
        .containsExactly(LogEntry.Action.EDIT_POST);
    assertThat(house.rooms.posts().edit(house.ada, post, "Not mine", null))
        .isEqualTo(new PostChanged.NotAllowed());
    house.rooms.marks().lock(house.root, thread, "Enough");
    assertThat(house.rooms.posts().edit(house.ben, post, "Four", null))
        .isEqualTo(new PostChanged.ThreadLocked());
  }

  @Test
  void keepsTheNumberOfADeletedPostAndHidesItsWords() {
    var board = house.board();
    var thread = house.thread(board);
    var first = reply(thread, "Second");
    var last = reply(thread, "Third, regretted");
    assertThat(house.rooms.posts().delete(house.ada, last, null))
        .isEqualTo(new PostChanged.NotAllowed());
    assertThat(
            changed(house.rooms.posts().delete(house.ben, last, null))
                .deletion()
                .orElseThrow()
                .byAuthor())
        .isTrue();
    assertThat(house.rooms.posts().delete(house.ben, last, null))
        .isEqualTo(new PostChanged.NotAllowed());
    assertThat(house.rooms.posts().edit(house.ben, last, "x", null))
        .isEqualTo(new PostChanged.NotAllowed());
    for (var viewer : List.of(Viewer.GUEST, house.ada, house.ben)) {
      var gone = house.rooms.postLists().find(viewer, last).orElseThrow().post();
      assertThat(gone.number()).isEqualTo(3);
      assertThat(gone.body()).isEmpty();
      assertThat(gone.html()).isEqualTo(SafeHtml.EMPTY);
      assertThat(house.rooms.postLists().revisions(viewer, last)).isEmpty();
    }
    assertThat(house.rooms.postLists().find(house.root, last).orElseThrow().post().body())
        .isEqualTo("Third, regretted");
    var after = house.find(house.ada, thread);
    assertThat(after.lastPost()).isEqualTo(first);
    assertThat(after.shown()).isEqualTo(2);
    assertThat(replied(house.rooms.posts().reply(house.ada, thread, "Fourth")).number())
        .isEqualTo(4);
    assertThat(house.rooms.posts().restore(house.ben, last, null))
        .isEqualTo(new PostChanged.NotAllowed());
    assertThat(changed(house.rooms.posts().restore(house.root, last, null)).deleted()).isFalse();
    assertThat(house.find(house.ada, thread).shown()).isEqualTo(4);
    assertThat(house.count(board).posts()).isEqualTo(4);
  }

  @Test
  void takesAThreadFromTheListsWhenNothingIsLeftToRead() {
    var board = house.board();
    var thread = house.thread(board);
    var only = house.find(house.ada, thread).lastPost();
    house.rooms.posts().delete(house.ada, only, null);
    assertThat(house.rooms.threads().find(house.ben, thread)).isEmpty();
    assertThat(house.count(board)).isEqualTo(ThreadLists.BoardCount.NOTHING);
    house.rooms.posts().restore(house.root, only, "Asked to");
    assertThat(house.rooms.threads().find(house.ben, thread)).isPresent();
  }

  @Test
  void listsWhatAMemberWroteByKey() {
    var author = house.member();
    var thread = house.thread(house.board());
    var mine = new ArrayList<PostId>();
    for (int i = 0; i < 5; i++) {
      mine.add(replied(house.rooms.posts().reply(author, thread, "Mine " + i)).post());
    }
    house.rooms.posts().delete(author, mine.get(1), null);
    var first = house.rooms.postLists().by(Viewer.GUEST, author.id(), Optional.empty(), 3);
    assertThat(first.rows())
        .extracting(placed -> placed.post().id())
        .containsExactly(mine.get(4), mine.get(3), mine.get(2));
    assertThat(first.more()).isTrue();
    var cursor = Cursor.parse(PostLists.cursor(first.rows().getLast().post()).text());
    var second = house.rooms.postLists().by(Viewer.GUEST, author.id(), Optional.of(cursor), 3);
    assertThat(second.rows()).extracting(placed -> placed.post().id()).containsExactly(mine.get(0));
    assertThat(second.more()).isFalse();
    assertThat(
            house
                .rooms
                .postLists()
                .by(Viewer.GUEST, new MemberId(987_654), Optional.empty(), 3)
                .rows())
        .isEmpty();
  }

  @Test
  void bringsInAnArchiveOnce() {
    var board = house.board();
    var author = house.former("Ada Example");
    var when = Instant.parse("2003-04-05T06:07:08Z");
    var body =
        new MailBody(
            List.of(
                new MailBody.Words("Hello *list*"),
                new MailBody.Quoted("old"),
                new MailBody.Signature("me")));
    var start =
        new ImportedPost(key(1), board, Optional.empty(), "s".repeat(200), author, when, body);
    var kept = (Imported.Kept) house.rooms.archives().keep(start);
    assertThat(house.rooms.archives().keep(start))
        .isEqualTo(new Imported.Already(kept.thread(), kept.post()));
    assertThat(house.rooms.archives().find(key(1)))
        .contains(new Imported.Already(kept.thread(), kept.post()));
    assertThat(house.rooms.archives().find(key(2))).isEmpty();
    var answer =
        new ImportedPost(
            key(2), board, Optional.of(kept.thread()), "", author, when.plusSeconds(60), body);
    assertThat(((Imported.Kept) house.rooms.archives().keep(answer)).number()).isEqualTo(2);
    assertThat(
            house
                .rooms
                .archives()
                .keep(
                    new ImportedPost(
                        key(3),
                        board,
                        Optional.of(new ThreadId(999_999_999)),
                        "",
                        author,
                        when,
                        body)))
        .isEqualTo(new Imported.NoSuchThread());
    var huge = new MailBody(List.of(new MailBody.Words("a".repeat(500_001))));
    assertThat(
            house
                .rooms
                .archives()
                .keep(new ImportedPost(key(4), board, Optional.empty(), "t", author, when, huge)))
        .isEqualTo(new Imported.TooLong(500_000));
    var thread = house.find(Viewer.GUEST, kept.thread());
    assertThat(thread.title()).hasSize(160).endsWith("s…");
    assertThat(thread.startedAt()).isEqualTo(when);
    assertThat(thread.lastPostAt()).isEqualTo(when.plusSeconds(60));
    var post = read(kept.post());
    assertThat(post.format()).isEqualTo(Post.Format.MAIL);
    assertThat(post.html().html())
        .contains("<p class=\"mail\">Hello *list*</p>", "<details class=\"quotation\">");
    assertThat(post.body()).isEqualTo("Hello *list*\n> old\n-- \nme");
  }

  @Test
  void givesAFormerAuthorsPostsToWhoClaimsThem() {
    var former = house.former("B. Example");
    var when = Instant.parse("2003-04-05T06:07:08Z");
    var body = new MailBody(List.of(new MailBody.Words("From long ago")));
    var kept =
        (Imported.Kept)
            house
                .rooms
                .archives()
                .keep(
                    new ImportedPost(
                        key(9), house.board(), Optional.empty(), "Old", former, when, body));
    var owner = house.member();
    assertThat(read(kept.post()).author().former()).isTrue();
    assertThat(read(kept.post()).author().name()).isEqualTo("B. Example");
    assertThat(house.rooms.posts().delete(owner, kept.post(), null))
        .isEqualTo(new PostChanged.NotAllowed());
    house.claim(former, owner.id());
    assertThat(read(kept.post()).author().id()).isEqualTo(owner.id());
    assertThat(house.rooms.postLists().by(Viewer.GUEST, owner.id(), Optional.empty(), 5).rows())
        .extracting(placed -> placed.post().id())
        .containsExactly(kept.post());
    assertThat(
            house
                .rooms
                .threadLists()
                .startedBy(Viewer.GUEST, owner.id(), Optional.empty(), 5)
                .rows())
        .extracting(ThreadView::id)
        .containsExactly(kept.thread());
    assertThat(changed(house.rooms.threads().retitle(owner, kept.thread(), "Older", null)).title())
        .isEqualTo("Older");
    var edited = changed(house.rooms.posts().edit(owner, kept.post(), "Mine *again*", null));
    assertThat(edited.format()).isEqualTo(Post.Format.MARKDOWN);
    assertThat(
            changed(house.rooms.posts().delete(owner, kept.post(), null))
                .deletion()
                .orElseThrow()
                .byAuthor())
        .isTrue();
  }

  @Test
  void countsWhatAMemberWrote() {
    var author = house.member();
    var posted = started(house.rooms.threads().start(author, house.board(), "t", "b"));
    var reply = replied(house.rooms.posts().reply(author, posted.thread(), "b")).post();
    assertThat(house.postsOf(author)).isEqualTo(2);
    house.rooms.posts().delete(author, reply, null);
    assertThat(house.postsOf(author)).isEqualTo(1);
    house.rooms.posts().restore(house.root, reply, null);
    assertThat(house.postsOf(author)).isEqualTo(2);
  }

  @Test
  void tellsTheRoomsAboveWithIdsOnly() {
    try (var own = new House(false)) {
      own.jobs.on(ThreadEvent.PostReplied.class, "test", (_, _) -> JobEnd.DONE);
      var thread = own.thread(own.board());
      var post =
          replied(own.rooms.posts().reply(own.ben, thread, "> [x](/p/77):\n\n@ada is told")).post();
      assertThat(own.rooms.posts().reply(own.ben, new ThreadId(999_999_999), "x"))
          .isEqualTo(new Replied.NotFound());
      assertThat(own.payloads("on-test"))
          .singleElement()
          .asString()
          .contains(
              "\"post\":\"" + post + "\"",
              "\"quoted\":[\"77\"]",
              "\"mentioned\":[\"" + own.ada.id() + "\"]")
          .doesNotContain("told");
    }
  }

  @Test
  void rendersAgainWhatAnOlderVersionMade() {
    var thread = house.thread(house.board());
    var post = reply(thread, "Some *words*");
    house.database.run(tx -> tx.dao(PostsDao.class).rerender(post, "Some *words*", "old", 0));
    assertThat(read(post).html().html()).isEqualTo("old");
    assertThat(
            new Refresh(house.ground, new Texts(Mentionable.NOBODY, ThreadLimits.standard())).run())
        .isEqualTo(1);
    assertThat(read(post).html().html()).isEqualTo("<p>Some <em>words</em></p>\n");
  }

  private static byte[] key(int number) {
    return ByteBuffer.allocate(32).putInt(number).array();
  }

  private static PostId reply(ThreadId thread, String body) {
    return replied(house.rooms.posts().reply(house.ben, thread, body)).post();
  }

  private static Post read(PostId id) {
    return house.rooms.postLists().find(house.ada, id).orElseThrow().post();
  }

  private static List<Integer> numbers(ThreadId thread, int after, int limit) {
    return house
        .rooms
        .postLists()
        .range(house.ada, thread, after, limit)
        .orElseThrow()
        .posts()
        .rows()
        .stream()
        .map(Post::number)
        .toList();
  }
}
