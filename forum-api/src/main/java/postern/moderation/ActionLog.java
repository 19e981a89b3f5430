package postern.moderation;

import java.time.Instant;
import java.util.Optional;
import postern.accounts.Accounts;
import postern.jobs.Jobs;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.Sources;
import postern.kernel.ThreadId;
import postern.moderation.LogDao.Entry;
import postern.storage.Tx;
import postern.threads.LogEntry;
import postern.threads.Noted;

/**
 * Writes the one log. Each entry about a member is told to them: the event goes out in the same
 * transaction. For reading see {@link Log}.
 */
public final class ActionLog implements Noted {
  private final Sources sources;
  private final Jobs jobs;
  private final Accounts accounts;
  private final Arrivals arrivals;

  private ActionLog(Sources sources, Jobs jobs, Accounts accounts) {
    this.sources = sources;
    this.jobs = jobs;
    this.accounts = accounts;
    this.arrivals = new Arrivals(sources);
  }

  /** Built before the threads, which tell it what they do, and before the rest of this room. */
  public static ActionLog of(Sources sources, Jobs jobs, Accounts accounts) {
    return new ActionLog(sources, jobs, accounts);
  }

  /** The way into the moderators' queue, for rooms that are built before it. */
  public Arrivals arrivals() {
    return arrivals;
  }

  Sources sources() {
    return sources;
  }

  Accounts accounts() {
    return accounts;
  }

  /** Where something was done; nowhere for what holds on the whole site. */
  record Place(Optional<BoardId> board, Optional<ThreadId> thread, Optional<PostId> post) {
    static final Place WHOLE_SITE = new Place(Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Override
  public void noted(Tx tx, Note note) {
    var author = accounts.author(tx, note.author());
    // Authors rename their own threads; that is no business of moderators.
    if (note.action() == LogEntry.Action.RETITLE && author.id().equals(note.by())) {
      return;
    }
    var place = new Place(Optional.of(note.board()), note.thread(), note.post());
    insert(
        tx,
        new DecisionId(note.id()),
        Action.of(note.action()),
        Optional.of(note.by()),
        author.former() || author.erased() ? Optional.empty() : Optional.of(author.id()),
        place,
        note.reason(),
        Optional.empty());
    if (note.action() == LogEntry.Action.DELETE_POST) {
      note.post().ifPresent(post -> arrivals.settle(tx, post, Ruling.HIDE, note.by()));
    }
  }

  void write(
      Tx tx,
      Action action,
      Optional<MemberId> actor,
      Optional<MemberId> about,
      Place place,
      String reason,
      Optional<Instant> until) {
    var id = new DecisionId(sources.ids().next());
    insert(tx, id, action, actor, about, place, reason, until);
  }

  private void insert(
      Tx tx,
      DecisionId id,
      Action action,
      Optional<MemberId> actor,
      Optional<MemberId> about,
      Place place,
      String reason,
      Optional<Instant> until) {
    // Nobody is told of what they did themselves.
    var told =
        about.filter(_ -> action.told()).filter(member -> !actor.equals(Optional.of(member)));
    tx.dao(LogDao.class)
        .insert(
            new Entry(
                id,
                action,
                actor.orElse(null),
                told.orElse(null),
                place.board().orElse(null),
                place.thread().orElse(null),
                place.post().orElse(null),
                reason,
                until.orElse(null),
                sources.now()));
    told.ifPresent(member -> jobs.publish(tx, new DecisionMade(id, member)));
  }
}
