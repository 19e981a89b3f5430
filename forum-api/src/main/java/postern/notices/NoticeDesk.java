package postern.notices;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import postern.boards.BoardPolicy;
import postern.jobs.Attempt;
import postern.jobs.JobEnd;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.Standing;
import postern.kernel.Viewer;
import postern.letters.LetterArrived;
import postern.letters.LettersRead;
import postern.storage.Tx;
import postern.threads.PostLists.PlacedPost;
import postern.threads.ThreadEvent.PostEdited;
import postern.threads.ThreadEvent.PostReplied;
import postern.threads.ThreadEvent.ThreadMerged;
import postern.threads.ThreadEvent.ThreadSplit;
import postern.threads.ThreadEvent.ThreadStarted;

/**
 * Makes notices of what the rooms below tell. One for each person and post, whatever comes twice.
 */
final class NoticeDesk {
  private final Room room;
  private final NoticeMails mails;

  NoticeDesk(Room room, NoticeMails mails) {
    this.room = room;
    this.mails = mails;
  }

  void register() {
    var jobs = room.means().jobs();
    jobs.on(ThreadStarted.class, "notices-of-threads", this::started);
    jobs.on(PostReplied.class, "notices-of-replies", this::replied);
    jobs.on(PostEdited.class, "notices-of-edits", this::edited);
    jobs.on(ThreadMerged.class, "watches-of-merged-threads", this::merged);
    jobs.on(ThreadSplit.class, "watches-of-split-threads", this::split);
    jobs.on(LetterArrived.class, "notices-of-letters", this::arrived);
    jobs.on(LettersRead.class, "notices-of-letters-read", this::opened);
  }

  /** A post as its author sees it now, and whose act it is that others are told of. */
  private record Scene(Tx tx, MemberId by, PlacedPost placed) {}

  private JobEnd started(ThreadStarted event, Attempt attempt) {
    room.database()
        .run(
            tx -> {
              scene(tx, event.author(), event.post())
                  .ifPresent(
                      scene ->
                          tell(
                              scene,
                              new Reasons()
                                  .add(NoticeKind.MENTION, event.mentioned())
                                  .add(
                                      NoticeKind.THREAD,
                                      tx.dao(WatchesDao.class).watchers(event.board()))));
              watchOnPosting(tx, event.author(), event.thread());
              attempt.done(tx);
            });
    return JobEnd.DONE;
  }

  private JobEnd replied(PostReplied event, Attempt attempt) {
    room.database()
        .run(
            tx -> {
              scene(tx, event.author(), event.post())
                  .ifPresent(
                      scene ->
                          tell(
                              scene,
                              new Reasons()
                                  .add(NoticeKind.MENTION, event.mentioned())
                                  .add(NoticeKind.ANSWER, answered(scene, event.quoted()))
                                  .add(
                                      NoticeKind.REPLY,
                                      tx.dao(WatchesDao.class).watchers(event.thread()))));
              watchOnPosting(tx, event.author(), event.thread());
              attempt.done(tx);
            });
    return JobEnd.DONE;
  }

  // Who was named before the edit has their notice, and keeps it as it is.
  private JobEnd edited(PostEdited event, Attempt attempt) {
    var oldest = room.sources().now().minus(room.settings().keepRead().toJavaDuration());
    room.database()
        .run(
            tx -> {
              scene(tx, event.by(), event.post())
                  // Of an older post the first notice may be swept, and would come again.
                  .filter(scene -> scene.placed().post().createdAt().isAfter(oldest))
                  .ifPresent(
                      scene ->
                          tell(scene, new Reasons().add(NoticeKind.MENTION, event.mentioned())));
              attempt.done(tx);
            });
    return JobEnd.DONE;
  }

  private JobEnd merged(ThreadMerged event, Attempt attempt) {
    room.database()
        .run(
            tx -> {
              tx.dao(WatchesDao.class).copy(event.from(), event.into());
              tx.dao(WatchesDao.class).forget(event.from());
              attempt.done(tx);
            });
    return JobEnd.DONE;
  }

  private JobEnd split(ThreadSplit event, Attempt attempt) {
    room.database()
        .run(
            tx -> {
              tx.dao(WatchesDao.class).copy(event.from(), event.into());
              attempt.done(tx);
            });
    return JobEnd.DONE;
  }

  private JobEnd arrived(LetterArrived event, Attempt attempt) {
    room.database()
        .run(
            tx -> {
              if (RulesOfMembers.of(tx, event.reader()).of(NoticeKind.LETTER).told()) {
                tx.dao(NoticesDao.class)
                    .insert(
                        new NoticesDao.Row(
                            id(),
                            event.reader(),
                            NoticesDao.About.LETTER,
                            event.letter().value(),
                            NoticeKind.LETTER,
                            event.sender(),
                            event.correspondence().value(),
                            room.sources().now(),
                            null,
                            null));
              }
              attempt.done(tx);
            });
    return JobEnd.DONE;
  }

  private JobEnd opened(LettersRead event, Attempt attempt) {
    room.database()
        .run(
            tx -> {
              tx.dao(NoticesDao.class)
                  .readAt(event.reader(), event.correspondence().value(), room.sources().now());
              attempt.done(tx);
            });
    return JobEnd.DONE;
  }

  private Optional<Scene> scene(Tx tx, MemberId by, PostId post) {
    return room.doors()
        .sessions()
        .viewer(tx, by)
        .map(viewer -> listed(tx, viewer, List.of(post)))
        .flatMap(found -> found.stream().findFirst())
        .map(placed -> new Scene(tx, by, placed));
  }

  private Collection<PlacedPost> listed(Tx tx, Viewer viewer, Collection<PostId> posts) {
    return room.doors().discussions().postLists().listed(tx, viewer, posts).values();
  }

  /** Who started the thread and whose posts are quoted, unless they ended its watch. */
  private Set<MemberId> answered(Scene scene, Set<PostId> quoted) {
    var tx = scene.tx();
    var thread = scene.placed().thread();
    var members =
        room
            .doors()
            .sessions()
            .viewer(tx, scene.by())
            .map(viewer -> listed(tx, viewer, quoted))
            .stream()
            .flatMap(Collection::stream)
            .map(placed -> placed.post().author().id())
            .collect(Collectors.toSet());
    members.add(thread.starter().id());
    members.removeIf(member -> Watches.ended(tx, member, thread.id()).orElse(false));
    return members;
  }

  private void watchOnPosting(Tx tx, MemberId author, postern.kernel.ThreadId thread) {
    if (RulesOfMembers.of(tx, author).watchOnPosting()) {
      tx.dao(WatchesDao.class).begin(author, thread, room.sources().now());
    }
  }

  private void tell(Scene scene, Reasons reasons) {
    reasons.forEach(
        (member, kinds) -> {
          if (mayBeTold(scene, member)) {
            tell(scene, member, kinds);
          }
        });
  }

  // Nobody is told of their own act, nor by whom they have blocked, nor of what they may not read.
  private boolean mayBeTold(Scene scene, MemberId member) {
    var tx = scene.tx();
    return !member.equals(scene.by())
        && !member.equals(scene.placed().post().author().id())
        && !room.doors().blocks().blocked(tx, member, scene.by())
        && room.doors()
            .sessions()
            .viewer(tx, member)
            .filter(viewer -> viewer.standing() != Standing.SUSPENDED)
            .filter(viewer -> BoardPolicy.mayRead(viewer, scene.placed().thread().board()))
            .isPresent();
  }

  private void tell(Scene scene, MemberId member, EnumSet<NoticeKind> kinds) {
    var tx = scene.tx();
    var rules = RulesOfMembers.of(tx, member);
    var told = kinds.stream().filter(kind -> rules.of(kind).told()).findFirst();
    if (told.isEmpty()) {
      return;
    }
    var mailed = kinds.stream().filter(kind -> rules.of(kind) == Channel.MAIL).findFirst();
    boolean made = make(scene, member, told.get(), mailed.orElse(null));
    if (made && mailed.isPresent()) {
      mails.due(tx, member, rules.pace());
    }
  }

  private boolean make(Scene scene, MemberId member, NoticeKind kind, NoticeKind mailKind) {
    var dao = scene.tx().dao(NoticesDao.class);
    var now = room.sources().now();
    long post = scene.placed().post().id().value();
    var about = NoticesDao.About.POST;
    var row =
        new NoticesDao.Row(id(), member, about, post, kind, scene.by(), null, now, null, mailKind);
    if (dao.insert(row) == 1) {
      return true;
    }
    var before = dao.hold(member, about, post).orElseThrow();
    boolean better = kind.compareTo(before.kind()) < 0;
    if (better) {
      dao.raise(before.id(), kind, now, mailKind);
    }
    return better;
  }

  private NoticeId id() {
    return new NoticeId(room.sources().ids().unguessable());
  }
}
