package postern.moderation;

import static postern.kernel.AMember.aMember;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import postern.jobs.JobEnd;
import postern.kernel.BoardId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.threads.House;

/** The room of the moderators on a real database, for its tests. */
final class Court implements AutoCloseable {
  private ActionLog actions;
  final House house;
  final Moderation rooms;
  final BoardId board;
  final BoardId elsewhere;
  final Viewer.Member ofBoard;
  final Viewer.Member ofOther;
  final Viewer.Member ofAll;
  final List<DecisionMade> told = new ArrayList<>();

  Court(ModerationSettings settings) {
    house =
        new House(
            settings.flagsPerHour() < 20,
            around -> {
              actions = ActionLog.of(around.sources, around.jobs, around.accounts);
              return actions;
            });
    var bench =
        new Bench(house.database, house.accounts.limits, house.boards, house.rooms, actions);
    rooms = Moderation.of(bench, settings, house.jobs);
    house.jobs.on(
        DecisionMade.class,
        "a-test",
        (made, _) -> {
          told.add(made);
          return JobEnd.DONE;
        });
    board = house.board();
    elsewhere = house.board();
    ofBoard = house.moderator(board);
    ofOther = house.moderator(elsewhere);
    ofAll = house.moderator();
  }

  /** A post by ada on the board. */
  PostId post() {
    return House.started(house.rooms.threads().start(house.ada, board, "A title", "Words")).post();
  }

  ThreadId threadOf(PostId post) {
    return house.rooms.postLists().find(house.root, post).orElseThrow().post().thread();
  }

  Flagged flag(Viewer by, PostId post) {
    return rooms.flags().flag(by, post, FlagReason.RUDE, "Look at the end");
  }

  /** The open item about a post, as this moderator sees it. */
  Optional<QueueItem> item(Viewer by, PostId post) {
    return rooms.queue().list(by, Optional.empty(), 100).rows().stream()
        .filter(item -> item.post().filter(at -> at.post().id().equals(post)).isPresent())
        .findFirst();
  }

  /** A post that ben flagged. */
  QueueItemId flagged() {
    var post = post();
    flag(house.ben, post);
    return item(ofAll, post).orElseThrow().id();
  }

  Decided decide(Viewer by, QueueItemId item, Ruling ruling) {
    return decide(by, item, ruling, Optional.empty());
  }

  Decided decide(Viewer by, QueueItemId item, Ruling ruling, Optional<Duration> term) {
    var until = term.map(length -> house.clock.instant().plus(length));
    return rooms
        .queue()
        .decide(by, item, new Queue.Order(ruling, "A reason", until, "Better words"));
  }

  List<Decision> log(Viewer reader) {
    return rooms.log().read(reader, Optional.empty(), 100).entries();
  }

  Viewer.Member guestLike() {
    return aMember(house.member().id().value()).looking();
  }

  /** What waits in the outbox for who tells members. */
  List<String> events() {
    return house.payloads("on-a-test");
  }

  @Override
  public void close() {
    house.close();
  }
}
