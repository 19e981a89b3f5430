package postern.threads;

import java.util.Collection;
import java.util.List;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.storage.Tx;

/** What there is to find, for the room above that keeps an index of it. It asks no policy. */
public final class Findables {
  Findables() {}

  /** Those of these posts that may be found at all. */
  public List<Findable> posts(Tx tx, Collection<PostId> ids) {
    return ids.isEmpty() ? List.of() : findable(tx.dao(FindableDao.class).posts(ids));
  }

  /** Of a thread, by their numbers, from after a number on. */
  public List<Numbered> thread(Tx tx, ThreadId id, int after, int limit) {
    return tx.dao(FindableDao.class).thread(id, after, limit).stream()
        .map(row -> new Numbered(row.number(), row.findable()))
        .toList();
  }

  /** Of the whole forum, by their ids, from after an id on. */
  public List<Findable> after(Tx tx, long id, int limit) {
    return findable(tx.dao(FindableDao.class).after(id, limit));
  }

  /** The posts that come first in these threads, of which one bears the title. */
  public List<PostId> first(Tx tx, ThreadId thread, int limit) {
    return tx.dao(FindableDao.class).first(thread, limit);
  }

  /** A post with its number in its thread. */
  public record Numbered(int number, Findable post) {}

  private static List<Findable> findable(List<FindableDao.Row> rows) {
    return rows.stream().map(FindableDao.Row::findable).toList();
  }
}
