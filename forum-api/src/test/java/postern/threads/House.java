package postern.threads;

import static postern.kernel.AMember.aMember;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.accounts.TestAccounts;
import postern.boards.Audience;
import postern.boards.Board;
import postern.boards.BoardChanged;
import postern.boards.BoardDraft;
import postern.boards.Boards;
import postern.jobs.Jobs;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.Role;
import postern.kernel.Scripted;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.storage.Database;
import postern.storage.Storage;
import postern.storage.TestDatabase;

/** The rooms up to this one, on a real database, for its tests. */
public final class House implements AutoCloseable {
  public final Storage storage = TestDatabase.fresh();
  public final Database database = storage.database();
  public final TestAccounts accounts;
  public final Scripted.Clock clock;
  public final Jobs jobs;
  public final Boards boards;
  public final Ground ground;
  public final Discussions rooms;
  public final Viewer.Member root;
  public final Viewer.Member ada;
  public final Viewer.Member ben;

  private final AtomicInteger made = new AtomicInteger();

  public House(boolean limited) {
    this(limited, _ -> Noted.NOWHERE);
  }

  public House(boolean limited, Function<TestAccounts, Noted> noted) {
    accounts = new TestAccounts(database, limited);
    clock = accounts.clock;
    jobs = accounts.jobs;
    boards = Boards.of(database, accounts.sources);
    ground =
        new Ground(
            database,
            accounts.sources,
            jobs,
            accounts.limits,
            boards,
            accounts.accounts,
            noted.apply(accounts));
    rooms = Discussions.of(ground, ThreadLimits.standard());
    root = accounts.viewer(accounts.member("root-of-all", Role.ADMINISTRATOR));
    ada = accounts.viewer(accounts.member("ada"));
    ben = accounts.viewer(accounts.member("ben"));
  }

  public BoardId board() {
    return board(Audience.VISITORS, Audience.MEMBERS).id();
  }

  public Board board(Audience read, Audience write) {
    var draft = new BoardDraft("b" + made.incrementAndGet(), "A board", "", read, write, write);
    return ((BoardChanged.Changed) boards.create(root, draft)).board();
  }

  public ThreadId thread(BoardId board) {
    return started(rooms.threads().start(ada, board, "A title", "The first post")).thread();
  }

  /** One more member. */
  public Viewer.Member member() {
    return accounts.viewer(accounts.member("member" + made.incrementAndGet()));
  }

  /** One more member, who moderates these boards. */
  public Viewer.Member moderator(BoardId... of) {
    return aMember(member().id().value()).moderator(of).looking();
  }

  /** Somebody whom only an archive names. */
  public MemberId former(String name) {
    var id = member().id();
    database.run(tx -> tx.dao(Rows.class).becomeFormer(id, name));
    return id;
  }

  void claim(MemberId former, MemberId by) {
    database.run(tx -> tx.dao(Rows.class).claim(former, by));
  }

  ForumThread find(Viewer viewer, ThreadId id) {
    return rooms.threads().find(viewer, id).orElseThrow().thread();
  }

  ThreadLists.BoardCount count(BoardId board) {
    return rooms.threadLists().boards(root).entrySet().stream()
        .filter(entry -> entry.getKey().id().equals(board))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  int postsOf(Viewer.Member member) {
    return database.read(tx -> accounts.accounts.member(tx, member.id())).orElseThrow().posts();
  }

  /** What waits in the outbox. */
  public List<String> payloads(String kind) {
    return database.read(tx -> tx.dao(Rows.class).payloads(kind));
  }

  interface Rows {
    @SqlQuery("select payload from jobs where kind = :kind")
    List<String> payloads(String kind);

    @SqlUpdate("update members set kind = 'FORMER', display_name = :name where id = :id")
    void becomeFormer(MemberId id, String name);

    @SqlUpdate("update members set claimed_by = :by where id = :former")
    void claim(MemberId former, MemberId by);
  }

  public static Started.Posted started(Started started) {
    return (Started.Posted) started;
  }

  public static Replied.Posted replied(Replied replied) {
    return (Replied.Posted) replied;
  }

  static Post changed(PostChanged changed) {
    return ((PostChanged.Changed) changed).post();
  }

  static ForumThread changed(ThreadChanged changed) {
    return ((ThreadChanged.Changed) changed).thread();
  }

  @Override
  public void close() {
    storage.close();
  }
}
