package postern.notices;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.World;
import postern.accounts.Created;
import postern.accounts.Password;
import postern.boards.Audience;
import postern.boards.Board;
import postern.boards.BoardChanged;
import postern.boards.BoardDraft;
import postern.kernel.BoardId;
import postern.kernel.EmailAddress;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.Role;
import postern.kernel.Scripted;
import postern.kernel.ThreadId;
import postern.kernel.Username;
import postern.kernel.Viewer;
import postern.relay.TestForum;
import postern.threads.Replied;
import postern.threads.Started;

/** Members who write on one forum, whose clock stands still and whose jobs run when asked. */
final class Neighbours implements AutoCloseable {
  final Scripted.Clock clock = new Scripted.Clock();
  final TestForum house =
      new TestForum(new World(clock, Scripted.randomness(5), _ -> Scripted.ids(5)), false);
  final Notices notices = house.forum.notices();
  final MemberId root = administrator();
  final MemberId ada = house.join("ada", "ada.quiet@tarn-hollow.example").id();
  final MemberId ben = house.join("ben", "ben.kiln@saltmarsh.example").id();
  final MemberId eve = house.join("eve", "eve.gully@gorse-lane.example").id();
  final BoardId board = board(Audience.VISITORS);

  private int boards;

  private MemberId administrator() {
    var made =
        house
            .forum
            .accounts()
            .createMember(
                new Username("keeper"),
                EmailAddress.parse("keeper@oxbow-reach.example").orElseThrow(),
                Password.typed(TestForum.PASSWORD),
                Role.ADMINISTRATOR);
    return ((Created.Member) made).id();
  }

  /** As the sessions make it, now. */
  Viewer.Member viewer(MemberId id) {
    return house
        .forum
        .foundation()
        .storage()
        .database()
        .read(tx -> house.forum.sessions().viewer(tx, id))
        .orElseThrow();
  }

  BoardId board(Audience read) {
    var members = Audience.MEMBERS;
    var draft = new BoardDraft("b" + ++boards, "A board", "", read, members, members);
    var made = house.forum.boards().create(viewer(root), draft);
    return ((BoardChanged.Changed) made).board().id();
  }

  void readBy(BoardId id, Audience read) {
    Board now = house.forum.boards().find(viewer(root), id).orElseThrow();
    house
        .forum
        .boards()
        .edit(
            viewer(root),
            id,
            new BoardDraft(
                now.slug(), now.title(), now.description(), read, now.reply(), now.start()));
  }

  ThreadId starts(MemberId who, BoardId where, String title, String body) {
    var started = house.forum.discussions().threads().start(viewer(who), where, title, body);
    settle();
    return ((Started.Posted) started).thread();
  }

  PostId replies(MemberId who, ThreadId where, String body) {
    var replied = house.forum.discussions().posts().reply(viewer(who), where, body);
    settle();
    return ((Replied.Posted) replied).post();
  }

  void settle() {
    house.forum.foundation().jobRunner().drain();
  }

  List<NoticeView> of(MemberId who) {
    return notices.list(viewer(who), Optional.empty(), 50).rows();
  }

  List<NoticeKind> kinds(MemberId who) {
    return of(who).stream().map(NoticeView::kind).toList();
  }

  int unread(MemberId who) {
    return notices.unread(viewer(who));
  }

  /** Before the next test: nobody was ever told of anything. */
  void forget() {
    settle();
    var database = house.forum.foundation().storage().database();
    database.run(
        tx -> {
          var tables = tx.dao(Tables.class);
          tables.notices();
          tables.threadWatches();
          tables.boardWatches();
          tables.rules();
          tables.mails();
          tables.blocks();
        });
  }

  interface Tables {
    @SqlUpdate("delete from notices")
    void notices();

    @SqlUpdate("delete from thread_watches")
    void threadWatches();

    @SqlUpdate("delete from board_watches")
    void boardWatches();

    @SqlUpdate("delete from notice_rules")
    void rules();

    @SqlUpdate("delete from notice_mails")
    void mails();

    @SqlUpdate("delete from blocks")
    void blocks();
  }

  @Override
  public void close() {
    house.close();
  }
}
