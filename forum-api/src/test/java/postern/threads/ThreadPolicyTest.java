package postern.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.kernel.AMember.aMember;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import postern.accounts.Author;
import postern.boards.Audience;
import postern.boards.Board;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.Role;
import postern.kernel.Scope;
import postern.kernel.Standing;
import postern.kernel.ThreadId;
import postern.kernel.Username;
import postern.kernel.Viewer;

class ThreadPolicyTest {
  private static final BoardId HERE = new BoardId(1);
  private static final Board BOARD =
      new Board(
          HERE,
          "b",
          "B",
          "",
          1,
          Audience.VISITORS,
          Audience.MEMBERS,
          Audience.MEMBERS,
          0,
          Instant.EPOCH);
  private static final MemberId AUTHOR = new MemberId(1);
  private static final Optional<String> WHY = Optional.of("why");
  private static final Optional<String> NOT = Optional.empty();

  private static final Map<String, Viewer> VIEWERS = new LinkedHashMap<>();

  static {
    VIEWERS.put("guest", Viewer.GUEST);
    VIEWERS.put("author", aMember(1).looking());
    VIEWERS.put("silenced author", aMember(1).silenced().looking());
    VIEWERS.put("another member", aMember(2).looking());
    VIEWERS.put("moderator here", aMember(3).moderator(HERE).looking());
    VIEWERS.put("moderator there", aMember(3).moderator(new BoardId(2)).looking());
    VIEWERS.put("moderator's posting token", aMember(3).moderator(HERE).with(Scope.POST).looking());
    VIEWERS.put("administrator", aMember(4).administrator().looking());
  }

  // Columns: an open thread, a locked one, a hidden one.

  @Test
  void showsHiddenThreadsToModeratorsAlone() {
    table(
        (viewer, thread) -> ThreadPolicy.maySee(viewer, BOARD, thread),
        "guest                      yes yes no",
        "author                     yes yes no",
        "silenced author            yes yes no",
        "another member             yes yes no",
        "moderator here             yes yes yes",
        "moderator there            yes yes no",
        "moderator's posting token  yes yes no",
        "administrator              yes yes yes");
  }

  @Test
  void letsReplyWhileTheThreadIsOpen() {
    table(
        (viewer, thread) -> ThreadPolicy.mayReply(viewer, BOARD, thread),
        "guest                      no  no  no",
        "author                     yes no  no",
        "silenced author            no  no  no",
        "another member             yes no  no",
        "moderator here             yes yes yes",
        "moderator there            yes no  no",
        "moderator's posting token  yes no  no",
        "administrator              yes yes yes");
  }

  @Test
  void letsChangeOnesOwnWhileTheThreadIsOpen() {
    var rows =
        new String[] {
          "guest                      no  no  no",
          "author                     yes no  no",
          "silenced author            no  no  no",
          "another member             no  no  no",
          "moderator here             yes yes yes",
          "moderator there            no  no  no",
          "moderator's posting token  no  no  no",
          "administrator              yes yes yes"
        };
    table((viewer, thread) -> ThreadPolicy.mayChange(viewer, BOARD, thread, post(false)), rows);
    table((viewer, thread) -> ThreadPolicy.mayRetitle(viewer, BOARD, thread, AUTHOR), rows);
  }

  @Test
  void leavesTheDeletedToModerators() {
    var moderators =
        new String[] {
          "guest                      no  no  no",
          "author                     no  no  no",
          "silenced author            no  no  no",
          "another member             no  no  no",
          "moderator here             yes yes yes",
          "moderator there            no  no  no",
          "moderator's posting token  no  no  no",
          "administrator              yes yes yes"
        };
    table(
        (viewer, thread) -> ThreadPolicy.mayRestore(viewer, BOARD, thread, post(true)), moderators);
    table(
        (viewer, thread) -> ThreadPolicy.maySeeRevisions(viewer, BOARD, thread, post(true)),
        moderators);
    table((viewer, thread) -> ThreadPolicy.mayModerate(viewer, thread), moderators);
    for (var viewer : VIEWERS.values()) {
      assertThat(ThreadPolicy.mayChange(viewer, BOARD, thread(NOT, NOT), post(true))).isFalse();
      assertThat(ThreadPolicy.mayRestore(viewer, BOARD, thread(NOT, NOT), post(false))).isFalse();
    }
  }

  @Test
  void showsEarlierVersionsToTheAuthorAndModerators() {
    table(
        (viewer, thread) -> ThreadPolicy.maySeeRevisions(viewer, BOARD, thread, post(false)),
        "guest                      no  no  no",
        "author                     yes yes no",
        "silenced author            no  no  no",
        "another member             no  no  no",
        "moderator here             yes yes yes",
        "moderator there            no  no  no",
        "moderator's posting token  no  no  no",
        "administrator              yes yes yes");
  }

  private interface Question {
    boolean answer(Viewer viewer, ForumThread thread);
  }

  private static void table(Question question, String... rows) {
    assertThat(rows).hasSameSizeAs(VIEWERS.keySet());
    for (var row : rows) {
      var name = row.substring(0, 27).strip();
      var cells = row.substring(27).strip().split(" +");
      var viewer = VIEWERS.get(name);
      assertThat(question.answer(viewer, thread(NOT, NOT)))
          .as(name + ", open")
          .isEqualTo(cells[0].equals("yes"));
      assertThat(question.answer(viewer, thread(WHY, NOT)))
          .as(name + ", locked")
          .isEqualTo(cells[1].equals("yes"));
      assertThat(question.answer(viewer, thread(NOT, WHY)))
          .as(name + ", hidden")
          .isEqualTo(cells[2].equals("yes"));
    }
  }

  private static ForumThread thread(Optional<String> locked, Optional<String> hidden) {
    return new ForumThread(
        new ThreadId(1),
        HERE,
        "t",
        AUTHOR,
        Instant.EPOCH,
        1,
        1,
        new PostId(1),
        Instant.EPOCH,
        AUTHOR,
        hidden.isEmpty(),
        NOT,
        locked,
        hidden,
        NOT,
        Optional.empty());
  }

  private static Post post(boolean deleted) {
    var author =
        new Author(
            AUTHOR, new Username("ada"), Optional.empty(), false, Role.MEMBER, Standing.ACTIVE, 1);
    return new Post(
        new PostId(1),
        new ThreadId(1),
        1,
        author,
        Instant.EPOCH,
        Optional.empty(),
        Post.Format.MARKDOWN,
        "b",
        SafeHtml.EMPTY,
        deleted ? Optional.of(new Post.Deletion(Instant.EPOCH, true, "")) : Optional.empty());
  }
}
