package postern.threads;

import static postern.kernel.AMember.aMember;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import postern.boards.Audience;
import postern.boards.Board;
import postern.boards.BoardChanged;
import postern.boards.BoardDraft;
import postern.boards.Boards;
import postern.http.RateLimits;
import postern.jobs.Jobs;
import postern.kernel.BoardId;
import postern.kernel.Ids;
import postern.kernel.MemberId;
import postern.kernel.Randomness;
import postern.kernel.Scripted;
import postern.kernel.ThreadId;
import postern.kernel.Username;
import postern.kernel.Viewer;
import postern.storage.BlockIds;
import postern.storage.Database;
import postern.storage.Storage;
import postern.storage.TestDatabase;

/** The rooms up to this one, on a real database, for its tests. */
final class House implements AutoCloseable {
  static final Viewer.Member ROOT = aMember(1).administrator().looking();
  static final Viewer.Member ADA = aMember(2).looking();
  static final Viewer.Member BEN = aMember(3).looking();

  final Storage storage = TestDatabase.fresh();
  final Database database = storage.database();
  final Scripted.Clock clock = new Scripted.Clock();
  final Ids ids = new BlockIds(database, Randomness.secure());
  final Jobs jobs = new Jobs(database, clock, ids);
  final Boards boards = Boards.of(database, clock, ids);
  final Ground ground;
  final Discussions rooms;

  private final AtomicInteger slugs = new AtomicInteger();

  House(boolean limited) {
    var rates = new RateLimits(database, clock, new byte[32], limited);
    ground = new Ground(database, clock, ids, jobs, rates, boards);
    rooms = Discussions.of(ground, House::members, ThreadLimits.standard());
  }

  BoardId board() {
    return board(Audience.VISITORS, Audience.MEMBERS).id();
  }

  Board board(Audience read, Audience write) {
    var draft = new BoardDraft("b" + slugs.incrementAndGet(), "A board", "", read, write, write);
    return ((BoardChanged.Changed) boards.create(ROOT, draft)).board();
  }

  ThreadId thread(BoardId board) {
    return started(rooms.threads().start(ADA, board, "A title", "The first post")).thread();
  }

  /** What waits in the outbox. */
  List<String> payloads() {
    return database.read(tx -> tx.dao(Outbox.class).payloads());
  }

  interface Outbox {
    @SqlQuery("select payload from jobs")
    List<String> payloads();
  }

  static Started.Posted started(Started started) {
    return (Started.Posted) started;
  }

  static Replied.Posted replied(Replied replied) {
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

  private static Map<Username, MemberId> members(Set<Username> names) {
    return names.contains(ADA.username()) ? Map.of(ADA.username(), ADA.id()) : Map.of();
  }
}
