package postern.storage;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells whether what a page was made from has changed since: on this node from the moment a change
 * is committed, on others as soon as they have read of it ({@link #follow}, twice a second).
 *
 * <p>Nothing has to be announced. Every statement is looked at: one that writes to a watched table
 * changes everything, unless its room says which parts alone show it ({@link Tx#changing}); one
 * that reads makes a page stand on the whole table, unless its room says on which part ({@link
 * Tx#reading}). So what a room forgets to say costs time and never shows what is old.
 */
public final class Changes {
  /** Beyond this many parts known to have changed, all count as changed, so that memory is kept. */
  private static final int MOST_PARTS = 50_000;

  // Between the writing of a row and its commit lies less than the one without the other.
  private static final int WINDOW_SECONDS = 10;
  private static final long LONGEST_GAP = 5_000_000_000L;
  private static final long TRUSTED_FOR = 3_000_000_000L;
  private static final int LONGEST_ROW = 1000;

  private final Database database;
  private final AtomicLong clock = new AtomicLong();
  private final Map<Part, Long> changed = new ConcurrentHashMap<>();
  private volatile long allChanged;
  private volatile Tables tables = Tables.NONE;
  private volatile String node = "";
  private volatile long followed;
  private Set<Long> seen = Set.of();

  Changes(Database database) {
    this.database = database;
  }

  /** Which tables pages show. A page that reads another is never kept. */
  public void watch(Set<String> watched) {
    // By a read: a service whose disk is full must still start, to say so and to be read.
    tables =
        database.read(
            tx -> {
              var dao = tx.dao(ChangesDao.class);
              node = dao.name();
              return new Tables(dao.tables(), watched);
            });
    follow();
  }

  /** A moment to compare with later; take it before the first read. */
  public long now() {
    return clock.get();
  }

  /** True when none of the parts has changed since that moment, as far as this node knows. */
  public boolean unchanged(Collection<Part> parts, long since) {
    if (allChanged > since) {
      return false;
    }
    for (var part : parts) {
      var at = changed.get(part);
      if (at != null && at > since) {
        return false;
      }
    }
    return true;
  }

  /** False when this node has not heard of the others for three seconds: then nothing is sure. */
  public boolean sure() {
    return tables.any() && System.nanoTime() - followed < TRUSTED_FOR;
  }

  /** Reads what changed on other nodes. */
  public synchronized void follow() {
    long asked = System.nanoTime();
    var rows = database.read(tx -> tx.dao(ChangesDao.class).since(WINDOW_SECONDS, node));
    if (followed != 0 && asked - followed > LONGEST_GAP) {
      happened(Set.of(Part.ALL));
    }
    for (var row : rows) {
      if (!seen.contains(row.id())) {
        happened(Stream.of(row.parts().split(" ")).map(Part::new).collect(Collectors.toSet()));
      }
    }
    seen = rows.stream().map(ChangesDao.Row::id).collect(Collectors.toSet());
    followed = asked;
  }

  /** Removes what every node has read; a schedule calls it. */
  public int sweep() {
    return database.write(tx -> tx.dao(ChangesDao.class).sweep());
  }

  Tables tables() {
    return tables;
  }

  /** Together with the change itself, as the last statement. */
  void tell(Tx tx, Set<Part> parts) {
    if (parts.isEmpty()) {
      return;
    }
    var text = parts.stream().map(Part::name).sorted().collect(Collectors.joining(" "));
    tx.dao(ChangesDao.class).tell(node, text.length() > LONGEST_ROW ? Part.ALL.name() : text);
  }

  /** After the commit: whoever reads now reads what is new. */
  synchronized void happened(Set<Part> parts) {
    if (parts.isEmpty()) {
      return;
    }
    long at = clock.incrementAndGet();
    if (parts.contains(Part.ALL) || changed.size() > MOST_PARTS) {
      allChanged = at;
      changed.clear();
    } else {
      parts.forEach(part -> changed.merge(part, at, Math::max));
    }
  }
}
