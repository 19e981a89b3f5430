package postern.storage;

import java.nio.ByteBuffer;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.Ids;
import postern.kernel.Randomness;

/**
 * Hands out ids from blocks that each node fetches for itself, so that short ids need no lock
 * between nodes.
 */
public final class BlockIds implements Ids {
  private static final int BLOCK = 64;

  private final Database database;
  private final Randomness randomness;
  private long next;
  private long end;

  public BlockIds(Database database, Randomness randomness) {
    this.database = database;
    this.randomness = randomness;
  }

  @Override
  public synchronized long next() {
    if (next == end) {
      end = database.write(tx -> claim(tx.dao(Dao.class)));
      next = end - BLOCK;
    }
    return next++;
  }

  @Override
  public long unguessable() {
    return Math.max(1, ByteBuffer.wrap(randomness.bytes(Long.BYTES)).getLong() >>> 1);
  }

  private static long claim(Dao dao) {
    dao.advance(BLOCK);
    return dao.reached();
  }

  interface Dao {
    @SqlUpdate("update id_blocks set reached = reached + :block where name = 'all'")
    void advance(int block);

    @SqlQuery("select reached from id_blocks where name = 'all'")
    long reached();
  }
}
