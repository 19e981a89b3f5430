package postern.privacy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.MemberId;
import postern.kernel.Viewer;
import postern.storage.Database;
import postern.storage.Tx;

/** Who may see whose address, by the owner's own choice. A change holds from the next answer on. */
public final class Elections {
  private final Database database;
  private final InstantSource clock;
  private final Blocks blocks;

  public Elections(Database database, InstantSource clock, Blocks blocks) {
    this.database = database;
    this.clock = clock;
    this.blocks = blocks;
  }

  public ElectionState of(MemberId owner) {
    return database.read(
        tx ->
            new ElectionState(
                tx.dao(Dao.class).everyone(owner).isPresent() ? Election.MEMBERS : Election.NOBODY,
                tx.dao(Dao.class).named(owner)));
  }

  /** Sets the election for all members; {@code NOBODY} ends the named ones too. */
  public void elect(Viewer.Member owner, Election election) {
    database.run(
        tx -> {
          var dao = tx.dao(Dao.class);
          switch (election) {
            case NOBODY -> {
              dao.withdrawEveryone(owner.id());
              dao.withdrawAllNamed(owner.id());
            }
            case MEMBERS -> dao.electEveryone(owner.id(), clock.instant());
          }
        });
  }

  /** Lets one member see the owner's address until it is withdrawn. */
  public void elect(Tx tx, MemberId owner, MemberId reader) {
    tx.dao(Dao.class).electNamed(owner, reader, clock.instant());
  }

  public void withdraw(Tx tx, MemberId owner, MemberId reader) {
    tx.dao(Dao.class).withdrawNamed(owner, reader);
  }

  /**
   * Whether the owner shows the address to this member now, and since when. The owner's block
   * overrides any election.
   */
  public Optional<Instant> shownSince(Tx tx, MemberId owner, Viewer viewer) {
    return switch (viewer) {
      case Viewer.Guest _ -> Optional.empty();
      case Viewer.Member member ->
          member.active() && !member.id().equals(owner)
              ? electedFor(tx, owner, member.id())
              : Optional.empty();
    };
  }

  /**
   * As {@link #shownSince} for a reader whose standing the caller has checked: a letter's line
   * under its text.
   */
  public Optional<Instant> electedFor(Tx tx, MemberId owner, MemberId reader) {
    if (blocks.blocked(tx, owner, reader)) {
      return Optional.empty();
    }
    var dao = tx.dao(Dao.class);
    return dao.namedSince(owner, reader).or(() -> dao.everyone(owner));
  }

  interface Dao {
    @SqlQuery("select since from elections where owner = :owner")
    Optional<Instant> everyone(MemberId owner);

    @SqlUpdate("insert ignore into elections (owner, since) values (:owner, :now)")
    void electEveryone(MemberId owner, Instant now);

    @SqlUpdate("delete from elections where owner = :owner")
    void withdrawEveryone(MemberId owner);

    @SqlQuery(
        "select reader, since from named_elections where owner = :owner order by since, reader")
    @RegisterConstructorMapper(ElectionState.Named.class)
    List<ElectionState.Named> named(MemberId owner);

    @SqlQuery("select since from named_elections where owner = :owner and reader = :reader")
    Optional<Instant> namedSince(MemberId owner, MemberId reader);

    @SqlUpdate(
        "insert ignore into named_elections (owner, reader, since) values (:owner, :reader, :now)")
    void electNamed(MemberId owner, MemberId reader, Instant now);

    @SqlUpdate("delete from named_elections where owner = :owner and reader = :reader")
    void withdrawNamed(MemberId owner, MemberId reader);

    @SqlUpdate("delete from named_elections where owner = :owner")
    void withdrawAllNamed(MemberId owner);
  }
}
