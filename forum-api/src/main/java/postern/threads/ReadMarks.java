package postern.threads;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.storage.StorageTrouble;
import postern.storage.Tx;

/**
 * What each member has read: the highest post of each thread, and a moment up to which everything
 * counts as read. Nobody but the member learns of it.
 */
public final class ReadMarks {
  static final long ALL_BOARDS = 0;

  private static final int LOOKED_THROUGH = 500;
  private static final Duration VISIT_STEP = Duration.ofMinutes(1);

  private final Ground ground;
  private final ReadingLimits limits;

  ReadMarks(Ground ground, ReadingLimits limits) {
    this.ground = ground;
    this.limits = limits;
  }

  /** What a viewer has read of these threads. */
  public Seen seen(Viewer viewer, Collection<ThreadView> threads) {
    return switch (viewer) {
      case Viewer.Guest _ -> Seen.ALL;
      case Viewer.Member member ->
          ground
              .database()
              .read(tx -> seen(tx, member.id(), threads.stream().map(ThreadView::id).toList()));
    };
  }

  /**
   * Keeps that a member was shown a thread up to this post. A lower number than before changes
   * nothing. When the disk is full it is not kept, since reading must go on.
   */
  public void note(Viewer.Member member, ThreadId thread, int number) {
    try {
      ground.database().run(tx -> wrote(tx, ground, member.id(), thread, number));
    } catch (StorageTrouble.Full notKept) {
      // The next page that is shown is kept again.
    }
  }

  /** As {@link #note}, for a thread that the member may read; false when there is none. */
  public boolean noteReadable(Viewer.Member member, ThreadId thread, int number) {
    return ground
        .database()
        .write(
            tx -> {
              var place = ground.place(tx, member, thread);
              place.ifPresent(
                  found ->
                      wrote(
                          tx,
                          ground,
                          member.id(),
                          thread,
                          Math.min(number, found.thread().lastNumber())));
              return place.isPresent();
            });
  }

  /** Everything that stands now counts as read. */
  public void markAll(Viewer.Member member) {
    ground
        .database()
        .run(
            tx -> {
              dao(tx).floor(member.id(), ALL_BOARDS, ground.now());
              dao(tx).dropBoardFloors(member.id());
            });
  }

  /** As {@link #markAll}, for one board; false when there is none that the member may read. */
  public boolean markBoard(Viewer.Member member, BoardId board) {
    return ground
        .database()
        .write(
            tx -> {
              boolean readable = ground.boards().find(tx, member, board).isPresent();
              if (readable) {
                dao(tx).floor(member.id(), board.value(), ground.now());
              }
              return readable;
            });
  }

  /** The boards on which something of late is unread. */
  public Set<BoardId> unreadBoards(Viewer viewer) {
    return switch (viewer) {
      case Viewer.Guest _ -> Set.of();
      case Viewer.Member member -> ground.database().read(tx -> unreadBoards(tx, member));
    };
  }

  /**
   * Notes that a member looks at a page now, and says when they last did before this visit; empty
   * for a first visit. A visit ends with a pause.
   */
  public Optional<Instant> arrive(Viewer.Member member) {
    try {
      return ground.database().write(tx -> arrive(tx, member.id()));
    } catch (StorageTrouble.Full notKept) {
      return lastVisit(member);
    }
  }

  /** When a member was here before this visit. */
  public Optional<Instant> lastVisit(Viewer.Member member) {
    return ground
        .database()
        .read(tx -> dao(tx).visit(member.id()).flatMap(ReadMarksDao.Visit::earlier));
  }

  Seen seen(Tx tx, MemberId member, List<ThreadId> threads) {
    Map<ThreadId, Integer> numbers =
        threads.isEmpty()
            ? Map.of()
            : dao(tx).positions(member, threads).stream()
                .collect(
                    Collectors.toMap(ReadMarksDao.Position::thread, ReadMarksDao.Position::number));
    var floors = new HashMap<BoardId, Instant>();
    var floor = floor(tx, member);
    for (var row : dao(tx).floors(member)) {
      if (row.board() == ALL_BOARDS) {
        floor = later(floor, row.upTo());
      } else {
        floors.put(new BoardId(row.board()), row.upTo());
      }
    }
    return new Seen(numbers, floor, floors);
  }

  static void wrote(Tx tx, Ground ground, MemberId member, ThreadId thread, int number) {
    dao(tx).seen(member, thread, number, ground.now());
  }

  int sweep() {
    return ground
        .database()
        .write(tx -> dao(tx).sweep(ground.now().minus(limits.positionsFor().toJavaDuration())));
  }

  private Set<BoardId> unreadBoards(Tx tx, Viewer.Member member) {
    var boards = Views.boards(tx, ground, member).keySet();
    if (boards.isEmpty()) {
      return Set.of();
    }
    var seen = seen(tx, member.id(), List.of());
    return dao(tx).lastUnread(member.id(), boards, seen.floor(), LOOKED_THROUGH).stream()
        .filter(row -> row.upTo().isAfter(seen.floor(new BoardId(row.board()))))
        .map(row -> new BoardId(row.board()))
        .collect(Collectors.toSet());
  }

  private Optional<Instant> arrive(Tx tx, MemberId member) {
    var now = ground.now();
    var known = dao(tx).visit(member);
    var here = known.map(ReadMarksDao.Visit::here).orElse(now);
    boolean paused = here.plus(limits.visitPause().toJavaDuration()).isBefore(now);
    var earlier = paused ? Optional.of(here) : known.flatMap(ReadMarksDao.Visit::earlier);
    // Once a minute at most, so that reading on writes next to nothing.
    if (known.isEmpty() || here.plus(VISIT_STEP).isBefore(now)) {
      dao(tx).visit(member, now, earlier.orElse(null));
    }
    return earlier;
  }

  // What was there before somebody joined is not news to them, and what is old is news to nobody.
  private Instant floor(Tx tx, MemberId member) {
    var old = ground.now().minus(limits.unreadFor().toJavaDuration());
    return ground
        .accounts()
        .member(tx, member)
        .map(known -> later(known.joinedAt(), old))
        .orElse(old);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static ReadMarksDao dao(Tx tx) {
    return tx.dao(ReadMarksDao.class);
  }
}
