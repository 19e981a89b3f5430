package postern.search;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.search.SearchIndex.Mark;
import postern.storage.Database;
import postern.threads.Findable;
import postern.threads.Findables;

/**
 * Brings this node's index to where the changes are, or makes it anew when it cannot be brought
 * there: when there is none, when another making is wanted, and when the changes that it lacks are
 * gone. One thread at a time.
 */
final class Feeding {
  private static final Logger LOG = LoggerFactory.getLogger(Feeding.class);
  private static final int CHANGES = 500;
  private static final int POSTS = 500;
  private static final int SHOWN_EVERY = 10_000;
  private static final long KEEP_EVERY = Duration.ofSeconds(10).toNanos();

  private final Database database;
  private final ChangeLog changes;
  private final Findables findables;
  private final Shelf shelf;
  private final BooleanSupplier stopping;

  private Mark reached;
  private Mark kept;
  private long keptAt = System.nanoTime();

  Feeding(
      Database database,
      ChangeLog changes,
      Findables findables,
      Shelf shelf,
      BooleanSupplier stopping) {
    this.database = database;
    this.changes = changes;
    this.findables = findables;
    this.shelf = shelf;
    this.stopping = stopping;
    this.reached = shelf.mark().orElse(null);
    this.kept = reached;
  }

  /** The last change that is in the index. */
  long reached() {
    return reached == null ? 0 : reached.seq();
  }

  /** Brings the index to where the changes are now. */
  void catchUp() {
    var wanted = changes.state();
    if (reached == null
        || reached.epoch() != wanted.epoch()
        || reached.seq() < wanted.swept()
        || reached.seq() > wanted.last()) {
      makeAnew(wanted, _ -> {});
    }
    while (reached != null && reached.seq() < changes.state().last() && !stopping.getAsBoolean()) {
      step();
    }
    if (reached != null && !reached.equals(kept) && System.nanoTime() - keptAt > KEEP_EVERY) {
      keep();
    }
  }

  /** Makes the index anew, whatever it was; tells how many posts are in it by then. */
  void makeAnew(LongConsumer progress) {
    makeAnew(changes.state(), progress);
  }

  void keep() {
    if (reached != null && !reached.equals(kept)) {
      shelf.index().orElseThrow().keep(reached);
      kept = reached;
      keptAt = System.nanoTime();
    }
  }

  // Posts that change meanwhile are among the changes after the first look at the log.
  private void makeAnew(ChangesDao.Log wanted, LongConsumer progress) {
    var index = shelf.begin();
    try {
      long posts = fill(index, progress);
      if (stopping.getAsBoolean()) {
        shelf.giveUp();
        return;
      }
      reached = new Mark(wanted.epoch(), wanted.last());
      index.keep(reached);
      index.refresh();
      kept = reached;
      keptAt = System.nanoTime();
      shelf.finish();
      LOG.info("search index made posts={}", posts);
    } catch (RuntimeException failure) {
      shelf.giveUp();
      throw failure;
    }
  }

  private long fill(SearchIndex index, LongConsumer progress) {
    long done = 0;
    long last = 0;
    while (!stopping.getAsBoolean()) {
      long after = last;
      var posts = database.read(tx -> findables.after(tx, after, POSTS));
      if (posts.isEmpty()) {
        break;
      }
      index.put(posts);
      last = posts.getLast().id().value();
      done += posts.size();
      if (done % SHOWN_EVERY < POSTS) {
        index.refresh();
      }
      progress.accept(done);
    }
    return done;
  }

  private void step() {
    var some = changes.after(reached.seq(), CHANGES);
    if (some.isEmpty()) {
      return;
    }
    var index = shelf.index().orElseThrow();
    var whole =
        some.stream()
            .filter(change -> change.post().isEmpty())
            .map(ChangesDao.Change::thread)
            .collect(Collectors.toSet());
    whole.forEach(thread -> renew(index, thread));
    renew(index, posts(some, whole));
    index.refresh();
    if (stopping.getAsBoolean()) {
      return; // Perhaps in the midst of a thread: next time from the same change on.
    }
    reached = new Mark(reached.epoch(), some.getLast().seq());
  }

  // Besides the posts themselves those which stand first in their threads: one of them bears the
  // title, and which one may have changed.
  private Set<PostId> posts(List<ChangesDao.Change> some, Set<ThreadId> whole) {
    var posts = new LinkedHashSet<PostId>();
    var threads = new LinkedHashSet<ThreadId>();
    for (var change : some) {
      if (!whole.contains(change.thread())) {
        change.post().ifPresent(posts::add);
        threads.add(change.thread());
      }
    }
    database.run(tx -> threads.forEach(thread -> posts.addAll(findables.first(tx, thread, 2))));
    return posts;
  }

  private void renew(SearchIndex index, Set<PostId> ids) {
    var found = ids.isEmpty() ? List.<Findable>of() : database.read(tx -> findables.posts(tx, ids));
    var there = found.stream().map(Findable::id).collect(Collectors.toSet());
    ids.stream().filter(id -> !there.contains(id)).forEach(index::drop);
    index.put(found);
  }

  private void renew(SearchIndex index, ThreadId thread) {
    index.dropAll(thread);
    int number = 0;
    while (!stopping.getAsBoolean()) {
      int after = number;
      var posts = database.read(tx -> findables.thread(tx, thread, after, POSTS));
      if (posts.isEmpty()) {
        return;
      }
      index.put(posts.stream().map(Findables.Numbered::post).toList());
      number = posts.getLast().number();
    }
  }
}
