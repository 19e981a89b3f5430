package postern.sessions;

import java.time.Instant;
import java.util.Optional;
import postern.kernel.Sources;
import postern.kernel.Token;
import postern.kernel.Viewer;
import postern.storage.Database;

/**
 * The secret in the addresses of a member's private feeds, since programs that read feeds cannot
 * sign in. One for each member, 160 random bits kept as a hash, shown once; a new one ends the old.
 * It opens nothing but feeds.
 */
public final class FeedTokens {
  private final Database database;
  private final Sources sources;
  private final Sessions sessions;

  FeedTokens(Database database, Sources sources, Sessions sessions) {
    this.database = database;
    this.sources = sources;
    this.sessions = sessions;
  }

  /** The one moment at which the secret is known; the one before opens nothing any more. */
  public Token renew(Viewer.Member member) {
    var token = sources.token();
    database.run(tx -> tx.dao(FeedTokensDao.class).renew(member.id(), token.hash(), sources.now()));
    return token;
  }

  public void revoke(Viewer.Member member) {
    database.run(tx -> tx.dao(FeedTokensDao.class).revoke(member.id()));
  }

  /** When the member's token was made; empty when there is none. */
  public Optional<Instant> madeAt(Viewer.Member member) {
    return database.read(tx -> tx.dao(FeedTokensDao.class).madeAt(member.id()));
  }

  /** Whose feeds a secret opens, as somebody who may read and do nothing else. */
  public Optional<Viewer.Member> reader(Token presented) {
    return database.read(
        tx ->
            tx.dao(FeedTokensDao.class)
                .member(presented.hash())
                .flatMap(member -> sessions.reader(tx, member)));
  }
}
