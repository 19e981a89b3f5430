package postern.letters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.Base32;
import postern.kernel.MaskedAddress;
import postern.kernel.MemberId;
import postern.kernel.Sources;
import postern.kernel.Username;
import postern.privacy.Keys;
import postern.storage.Tx;

/**
 * Masked addresses: each stands for one owner toward one reader, drawn at random with 100 bits,
 * found by a hash, and never given again. The pair keeps theirs, so that mail programs thread and
 * fill in names, until one side renews it.
 */
final class Masks {
  // 13 bytes are 104 bits in 21 letters; with a username of 30 and a dot, 52 of the 64 octets of a
  // local part.
  private static final int TOKEN_BYTES = 13;

  private final Sources sources;
  private final Keys keys;
  private final String domain;

  Masks(Sources sources, Keys keys, String domain) {
    this.sources = sources;
    this.keys = keys;
    this.domain = domain;
  }

  /** The owner's stand-in toward the reader, made when there is none. */
  MaskedAddress standIn(Tx tx, MemberId owner, Username name, MemberId reader) {
    var dao = tx.dao(Dao.class);
    var current = dao.current(owner, reader);
    var token = current.isEmpty() ? draw(dao, owner, reader) : open(current.getFirst());
    return new MaskedAddress(name, token, domain);
  }

  /** Ends the owner's stand-in toward the reader and makes another. */
  MaskedAddress renew(Tx tx, MemberId owner, Username name, MemberId reader) {
    end(tx, owner, reader);
    return standIn(tx, owner, name, reader);
  }

  void end(Tx tx, MemberId owner, MemberId reader) {
    tx.dao(Dao.class).end(owner, reader, sources.now());
  }

  /** Empty for a token that was never given or has ended. */
  Optional<Dao.Pair> find(Tx tx, String token) {
    return tx.dao(Dao.class).find(hash(token));
  }

  private String draw(Dao dao, MemberId owner, MemberId reader) {
    var token = Base32.encode(sources.randomness().bytes(TOKEN_BYTES));
    dao.insert(
        hash(token), owner, reader, keys.sealText(token, place(owner, reader)), sources.now());
    return token;
  }

  private String open(Dao.Row row) {
    return keys.openText(row.sealedToken(), place(row.owner(), row.reader()));
  }

  private static String place(MemberId owner, MemberId reader) {
    return "masks:" + owner + ":" + reader;
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  interface Dao {
    @SqlUpdate(
        """
        insert into masks (token_hash, owner, reader, sealed_token, made_at)
        values (:hash, :owner, :reader, :sealed, :now)
        """)
    void insert(byte[] hash, MemberId owner, MemberId reader, byte[] sealed, Instant now);

    @SqlQuery(
        """
        select owner, reader, sealed_token
        from masks
        where owner = :owner and reader = :reader and ended_at is null
        order by made_at desc, token_hash
        limit 1
        """)
    @RegisterConstructorMapper(Row.class)
    List<Row> current(MemberId owner, MemberId reader);

    @SqlQuery("select owner, reader from masks where token_hash = :hash and ended_at is null")
    @RegisterConstructorMapper(Pair.class)
    Optional<Pair> find(byte[] hash);

    @SqlUpdate(
        "update masks set ended_at = :now where owner = :owner and reader = :reader and ended_at is"
            + " null")
    void end(MemberId owner, MemberId reader, Instant now);

    record Row(MemberId owner, MemberId reader, byte[] sealedToken) {}

    /** Whom a token stands for, and toward whom. */
    record Pair(MemberId owner, MemberId reader) {}
  }
}
