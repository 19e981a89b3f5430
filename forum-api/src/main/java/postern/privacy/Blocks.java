package postern.privacy;

import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.MemberId;
import postern.storage.Database;
import postern.storage.Tx;

/** Whom a member wants nothing more from. The other is never told. */
public final class Blocks {
  private final Database database;
  private final InstantSource clock;

  public Blocks(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  public void block(Tx tx, MemberId owner, MemberId other) {
    tx.dao(Dao.class).insert(owner, other, clock.instant());
  }

  public void unblock(Tx tx, MemberId owner, MemberId other) {
    tx.dao(Dao.class).delete(owner, other);
  }

  /** True when the owner has blocked the other. */
  public boolean blocked(Tx tx, MemberId owner, MemberId other) {
    return tx.dao(Dao.class).count(owner, other) > 0;
  }

  /** Whom the owner has blocked, latest first. */
  public List<MemberId> of(MemberId owner) {
    return database.read(tx -> tx.dao(Dao.class).of(owner));
  }

  interface Dao {
    @SqlUpdate("insert ignore into blocks (owner, other, since) values (:owner, :other, :now)")
    void insert(MemberId owner, MemberId other, java.time.Instant now);

    @SqlUpdate("delete from blocks where owner = :owner and other = :other")
    void delete(MemberId owner, MemberId other);

    @SqlQuery("select count(*) from blocks where owner = :owner and other = :other")
    int count(MemberId owner, MemberId other);

    @SqlQuery("select other from blocks where owner = :owner order by since desc")
    List<MemberId> of(MemberId owner);
  }
}
