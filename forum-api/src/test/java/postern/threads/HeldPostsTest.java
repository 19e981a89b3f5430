package postern.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.threads.House.replied;
import static postern.threads.House.started;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postern.boards.Audience;
import postern.boards.BoardChanged;
import postern.boards.BoardDraft;
import postern.kernel.BoardId;
import postern.kernel.PostId;
import postern.kernel.Viewer;

class HeldPostsTest {
  private static final String LONG = "The same words, and enough of them to be told from others.";

  private static final List<Noted.Note> NOTES = new CopyOnWriteArrayList<>();

  private static House house;
  private static House limited;

  @BeforeAll
  static void open() {
    house = new House(false, _ -> (_, note) -> NOTES.add(note));
    limited = new House(true);
    for (var each : List.of(house, limited)) {
      assertThat(each.rooms.heldWords().add(each.root, "Wonder Pills"))
          .isInstanceOf(WordChanged.Added.class);
    }
  }

  @AfterAll
  static void close() {
    house.close();
    limited.close();
  }

  @Test
  void showsAHeldReplyToItsAuthorAndItsModeratorsAlone() {
    var board = house.board();
    var thread = house.thread(board);
    var before = house.find(house.ada, thread);
    var posts = house.postsOf(house.ben);
    var id = held(house.rooms.posts().reply(house.ben, thread, "Take wonder\npills, @ada"));

    var keeper = house.moderator(board);
    var other = house.moderator(house.board());
    var rooms = house.rooms;
    assertThat(rooms.heldPosts().find(house.ben, id)).isPresent();
    assertThat(rooms.heldPosts().find(keeper, id).orElseThrow().why()).isEqualTo(HeldPost.Why.WORD);
    for (var stranger : List.of(Viewer.GUEST, house.ada, other)) {
      assertThat(rooms.heldPosts().find(stranger, id)).isEmpty();
      assertThat(rooms.heldPosts().inThread(stranger, thread)).isEmpty();
      assertThat(ids(rooms.heldPosts().waiting(stranger, Optional.empty(), 100).rows()))
          .doesNotContain(id);
      assertThat(rooms.heldPosts().approve(stranger, id)).isEqualTo(new HeldChanged.NotFound());
      assertThat(rooms.heldPosts().refuse(stranger, id, "x")).isEqualTo(new HeldChanged.NotFound());
    }
    assertThat(ids(rooms.heldPosts().inThread(house.ben, thread))).containsExactly(id);
    assertThat(ids(rooms.heldPosts().waiting(keeper, Optional.empty(), 100).rows())).contains(id);
    assertThat(rooms.heldPosts().approve(house.ben, id)).isEqualTo(new HeldChanged.NotAllowed());
    for (var reader : List.of(house.ben, keeper, house.root)) {
      assertThat(rooms.postLists().find(reader, id)).isEmpty();
      assertThat(rooms.postLists().range(reader, thread, 0, 9).orElseThrow().posts().rows())
          .hasSize(1);
    }
    assertThat(house.find(house.ada, thread)).as("counts and last activity").isEqualTo(before);
    assertThat(house.postsOf(house.ben)).isEqualTo(posts);
    assertThat(house.count(board).posts()).isEqualTo(1);
  }

  @Test
  void givesAnApprovedReplyTheNumberAndTheTimeOfItsApproval() {
    var board = house.board();
    var thread = house.thread(board);
    var id = held(house.rooms.posts().reply(house.ben, thread, "WONDER PILLS"));
    house.clock.advance(Duration.ofHours(2));
    var meanwhile = replied(house.rooms.posts().reply(house.ada, thread, "Meanwhile"));
    assertThat(meanwhile.number()).isEqualTo(2);
    var keeper = house.moderator(board);

    assertThat(house.rooms.heldPosts().approve(keeper, id))
        .isEqualTo(new HeldChanged.Standing(thread, id, 3));
    assertThat(house.rooms.heldPosts().approve(keeper, id)).isEqualTo(new HeldChanged.NotFound());
    var post = house.rooms.postLists().find(Viewer.GUEST, id).orElseThrow().post();
    assertThat(post.number()).isEqualTo(3);
    assertThat(post.author().id()).isEqualTo(house.ben.id());
    assertThat(post.createdAt()).isEqualTo(house.clock.instant());
    assertThat(house.find(house.ada, thread).lastPost()).isEqualTo(id);
    assertThat(house.rooms.heldPosts().inThread(house.ben, thread)).isEmpty();
    assertThat(house.rooms.marks().log(keeper, thread).getFirst().action())
        .isEqualTo(LogEntry.Action.APPROVE_POST);
  }

  @Test
  void beginsAHeldThreadOnlyWhenItIsApproved() {
    var board = house.board();
    var asked = house.rooms.threads().start(house.ben, board, "Wonder pills for all", "Words");
    var id = ((Started.Held) asked).post();
    assertThat(house.count(board).threads()).isZero();
    assertThat(house.rooms.heldPosts().own(house.ben).getFirst().title())
        .isEqualTo("Wonder pills for all");
    var standing = (HeldChanged.Standing) house.rooms.heldPosts().approve(house.root, id);
    assertThat(standing.number()).isEqualTo(1);
    assertThat(house.find(Viewer.GUEST, standing.thread()).author()).isEqualTo(house.ben.id());
    assertThat(house.count(board).threads()).isEqualTo(1);
  }

  @Test
  void tellsTheAuthorWhyItWasRefusedAndForgetsIt() {
    var thread = house.thread(house.board());
    var id = held(house.rooms.posts().reply(house.ben, thread, "wonder pills"));
    var held = house.rooms.heldPosts();
    assertThat(held.refuse(house.root, id, " ")).isInstanceOf(HeldChanged.BadReason.class);
    assertThat(held.refuse(house.root, id, "No advertising")).isEqualTo(new HeldChanged.Refused());
    assertThat(NOTES.getLast().author())
        .as("who is told, in a thread that another started")
        .isEqualTo(house.ben.id());
    assertThat(held.find(house.root, id)).isEmpty();
    assertThat(held.inThread(house.ben, thread)).isEmpty();
    assertThat(held.find(house.ben, id).orElseThrow().refusal().orElseThrow().reason())
        .isEqualTo("No advertising");
    assertThat(held.approve(house.root, id)).isEqualTo(new HeldChanged.NotFound());
    house.clock.advance(Duration.ofDays(31));
    held.sweep();
    assertThat(held.find(house.ben, id)).isEmpty();
  }

  @Test
  void letsTheAuthorTakeItBackAndNobodyElse() {
    var thread = house.thread(house.board());
    var id = held(house.rooms.posts().reply(house.ben, thread, "wonder pills"));
    assertThat(house.rooms.heldPosts().withdraw(house.root, id))
        .isEqualTo(new HeldChanged.NotAllowed());
    assertThat(house.rooms.heldPosts().withdraw(house.ben, id))
        .isEqualTo(new HeldChanged.Withdrawn());
    assertThat(house.rooms.heldPosts().find(house.ben, id)).isEmpty();
  }

  @Test
  void takesNoListedWordInByAnEditOrATitle() {
    var board = house.board();
    var thread =
        started(house.rooms.threads().start(house.ben, board, "Harmless", "Harmless")).thread();
    var post = replied(house.rooms.posts().reply(house.ben, thread, "Harmless")).post();
    assertThat(house.rooms.posts().edit(house.ben, post, "Wonder **pi**lls", ""))
        .isEqualTo(new PostChanged.WouldWait());
    assertThat(house.rooms.threads().retitle(house.ben, thread, "Wonder pills", ""))
        .isEqualTo(new ThreadChanged.WouldWait());
    assertThat(house.rooms.posts().edit(house.root, post, "Wonder pills are no use", ""))
        .isInstanceOf(PostChanged.Changed.class);
    assertThat(house.rooms.posts().reply(house.root, thread, "Wonder pills"))
        .as("who moderates does not wait")
        .isInstanceOf(Replied.Posted.class);
  }

  @Test
  void followsAThreadThatIsMerged() {
    var board = house.board();
    var from = house.thread(board);
    var into = house.thread(board);
    var id = held(house.rooms.posts().reply(house.ben, from, "wonder pills"));
    house.rooms.seams().merge(house.root, from, into, "One");
    assertThat(((HeldChanged.Standing) house.rooms.heldPosts().approve(house.root, id)).thread())
        .isEqualTo(into);
  }

  @Test
  void holdsTheFirstPostsOfNewMembersWhereTheBoardAsksForIt() {
    var careful = careful(2);
    var member = house.member();
    var thread = started(house.rooms.threads().start(house.root, careful, "Hello", "All")).thread();
    var first = held(house.rooms.posts().reply(member, thread, "One"));
    var second = held(house.rooms.posts().reply(member, thread, "Two"));
    house.rooms.heldPosts().approve(house.root, first);
    held(house.rooms.posts().reply(member, thread, "Three, while one is approved"));
    house.rooms.heldPosts().approve(house.root, second);
    assertThat(house.rooms.posts().reply(member, thread, "Four"))
        .isInstanceOf(Replied.Posted.class);
    assertThat(house.rooms.posts().reply(house.member(), house.thread(house.board()), "Free"))
        .isInstanceOf(Replied.Posted.class);
  }

  @Test
  void holdsManyLinksAndTheSameTextOfNewMembers() {
    var thread = limited.thread(limited.board());
    var member = limited.member();
    var links = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      links.append("[a](https://a").append(i).append(".example/) ");
    }
    var posts = limited.rooms.posts();
    assertThat(posts.reply(member, thread, links.toString())).isInstanceOf(Replied.Posted.class);
    var many = held(posts.reply(member, thread, links + "https://one-more.example/"));
    assertThat(why(many)).isEqualTo(HeldPost.Why.LINKS);
    assertThat(posts.reply(member, thread, LONG)).isInstanceOf(Replied.Posted.class);
    var again = held(posts.reply(member, thread, "  " + LONG.replace(",", " ; ") + "!"));
    assertThat(why(again)).isEqualTo(HeldPost.Why.REPEATED);
    assertThat(why(held(posts.reply(limited.member(), thread, LONG))))
        .isEqualTo(HeldPost.Why.REPEATED);
    assertThat(posts.reply(member, thread, "Thanks!")).isInstanceOf(Replied.Posted.class);
    assertThat(posts.reply(member, thread, "Thanks!")).isInstanceOf(Replied.Posted.class);
    limited.clock.advance(Duration.ofDays(2));
    assertThat(posts.reply(limited.member(), thread, LONG)).isInstanceOf(Replied.Posted.class);
  }

  @Test
  void liftsLinksAndRepetitionsWithTheRates() {
    var thread = house.thread(house.board());
    var posts = house.rooms.posts();
    var links = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      links.append("https://a").append(i).append(".example/ ");
    }
    var member = house.member();
    for (int i = 0; i < 2; i++) {
      assertThat(posts.reply(member, thread, links + LONG)).isInstanceOf(Replied.Posted.class);
    }
  }

  @Test
  void letsAMemberWriteMoreTheLongerTheyAreKnown() {
    var member = limited.member();
    var board = limited.board();
    var posts = limited.rooms.posts();
    var thread = limited.thread(board);
    for (int i = 0; i < 30; i++) {
      if (i % 20 == 0) {
        limited.clock.advance(Duration.ofMinutes(6));
      }
      assertThat(posts.reply(member, thread, "Post " + i)).isInstanceOf(Replied.Posted.class);
    }
    assertThat(posts.reply(member, thread, "One too many")).isInstanceOf(Replied.TooSoon.class);
    var wait = ((Replied.TooSoon) posts.reply(member, thread, "Again")).retryAfter();
    assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofHours(1).plusSeconds(1));
    limited.clock.advance(Duration.ofDays(4));
    for (int i = 0; i < 31; i++) {
      if (i % 15 == 0) {
        limited.clock.advance(Duration.ofMinutes(6));
      }
      assertThat(posts.reply(member, thread, "Settled " + i)).isInstanceOf(Replied.Posted.class);
    }
  }

  @Test
  void letsAdministratorsAloneSeeAndChangeTheWords() {
    var words = house.rooms.heldWords();
    var keeper = house.moderator(house.board());
    assertThat(words.list(keeper)).isEmpty();
    assertThat(words.add(keeper, "spam")).isEqualTo(new WordChanged.NotAllowed());
    assertThat(words.add(house.root, "wonder  PILLS")).isEqualTo(new WordChanged.Already());
    assertThat(words.add(house.root, "!!")).isInstanceOf(WordChanged.BadWord.class);
    assertThat(words.add(house.root, "x".repeat(81))).isInstanceOf(WordChanged.BadWord.class);
    var added = ((WordChanged.Added) words.add(house.root, "spam")).word();
    assertThat(words.list(house.root)).contains(added);
    assertThat(words.remove(keeper, added.id())).isEqualTo(new WordChanged.NotAllowed());
    assertThat(words.remove(house.root, added.id())).isEqualTo(new WordChanged.Removed());
    assertThat(words.remove(house.root, added.id())).isEqualTo(new WordChanged.NotFound());
  }

  private static BoardId careful(int first) {
    var draft =
        new BoardDraft(
            "careful-" + first,
            "Careful",
            "",
            Audience.VISITORS,
            Audience.MEMBERS,
            Audience.MEMBERS,
            first);
    return ((BoardChanged.Changed) house.boards.create(house.root, draft)).board().id();
  }

  private static HeldPost.Why why(PostId id) {
    return limited.rooms.heldPosts().find(limited.root, id).orElseThrow().why();
  }

  private static PostId held(Replied replied) {
    return ((Replied.Held) replied).post();
  }

  private static List<PostId> ids(List<HeldPost> posts) {
    return posts.stream().map(HeldPost::id).toList();
  }
}
