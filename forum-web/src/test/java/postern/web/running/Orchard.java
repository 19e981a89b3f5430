package postern.web.running;

import java.util.concurrent.atomic.AtomicInteger;
import postern.accounts.Created;
import postern.accounts.Password;
import postern.boards.Audience;
import postern.boards.BoardChanged;
import postern.boards.BoardDraft;
import postern.kernel.BoardId;
import postern.kernel.EmailAddress;
import postern.kernel.MemberId;
import postern.kernel.Role;
import postern.kernel.Username;

/** What must stand before somebody can look around: boards, and people of a role. */
final class Orchard {
  private static final AtomicInteger MADE = new AtomicInteger();

  private Orchard() {}

  /** A board that everybody reads and members write on. */
  static BoardId board(String title) {
    var forum = RunningSite.forum();
    var slug = "board-" + MADE.incrementAndGet();
    var draft =
        new BoardDraft(
            slug,
            title,
            "What grows and what does not",
            Audience.VISITORS,
            Audience.MEMBERS,
            Audience.MEMBERS);
    var id = new BoardId(forum.foundation().sources().ids().next());
    return switch (forum
        .foundation()
        .storage()
        .database()
        .write(tx -> forum.boards().create(tx, id, draft))) {
      case BoardChanged.Changed(var board) -> board.id();
      case BoardChanged.SlugTaken _,
          BoardChanged.Faulty _,
          BoardChanged.NotAllowed _,
          BoardChanged.NotFound _ ->
          throw new IllegalStateException("the test's board cannot be made");
    };
  }

  static MemberId member(String username, Role role) {
    var address = EmailAddress.parse(username + "@house-of-" + username + ".example").orElseThrow();
    return switch (RunningSite.forum()
        .accounts()
        .createMember(
            new Username(username), address, Password.typed("three red hens walk"), role)) {
      case Created.Member(var id) -> id;
      case Created.UsernameTaken _, Created.AddressTaken _, Created.WeakPassword _ ->
          throw new IllegalStateException("the test's member cannot be made");
    };
  }
}
