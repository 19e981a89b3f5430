package postern.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import postern.kernel.Line;
import postern.kernel.MemberId;
import postern.kernel.Scope;
import postern.kernel.Sources;
import postern.kernel.Token;
import postern.kernel.Viewer;
import postern.storage.Database;
import postern.storage.Tx;

/** Secrets that a member hands to a program: named, with few scopes, expiring, shown once. */
public final class ApiTokens {
  public static final int NAME_CHARACTERS = 60;
  public static final Duration LONGEST = Duration.ofDays(366);

  private static final int MOST = 50;

  private final Database database;
  private final Sources sources;

  ApiTokens(Database database, Sources sources) {
    this.database = database;
    this.sources = sources;
  }

  /**
   * An API token as its owner sees it.
   *
   * @param seenAt the start of the day when it was last used, in UTC
   */
  public record ApiToken(
      ApiTokenId id,
      MemberId member,
      String name,
      Set<Scope> scopes,
      Instant createdAt,
      Optional<Instant> seenAt,
      Instant expiresAt) {
    public ApiToken {
      scopes = Set.copyOf(scopes);
    }
  }

  /** How the wish for a new token ended. */
  public sealed interface Made {
    /** The one moment at which its secret is known. */
    record Done(ApiTokenId id, Token token) implements Made {}

    /** No name, too long a name, no scope, or a life that is over or longer than a year. */
    record NotLikeThis() implements Made {}

    /**
     * The member's own session has to make it: a token cannot make another with more scopes than
     * its own.
     */
    record BeyondOwnScopes() implements Made {}

    record TooMany() implements Made {}
  }

  public Made make(Viewer.Member by, String name, Set<Scope> scopes, Instant expiresAt) {
    var line = Line.parse(name, NAME_CHARACTERS);
    var now = sources.now();
    if (line.isEmpty()
        || scopes.isEmpty()
        || !expiresAt.isAfter(now)
        || expiresAt.isAfter(now.plus(LONGEST))) {
      return new Made.NotLikeThis();
    }
    if (!by.scopes().containsAll(scopes)) {
      return new Made.BeyondOwnScopes();
    }
    var token = sources.token();
    var id = new ApiTokenId(sources.ids().unguessable());
    return database.write(
        tx -> {
          var dao = tx.dao(ApiTokensDao.class);
          if (dao.own(by.id(), now).size() >= MOST) {
            return new Made.TooMany();
          }
          dao.insert(id, token.hash(), by.id(), line.get().text(), text(scopes), now, expiresAt);
          return new Made.Done(id, token);
        });
  }

  /** A member's own tokens, latest first. */
  public List<ApiToken> own(Viewer.Member member) {
    return database.read(
        tx ->
            tx.dao(ApiTokensDao.class).own(member.id(), sources.now()).stream()
                .map(ApiTokens::token)
                .toList());
  }

  /** False when it is none of theirs. */
  public boolean revoke(Viewer.Member member, ApiTokenId id) {
    return database.write(tx -> tx.dao(ApiTokensDao.class).revoke(id, member.id())) == 1;
  }

  Optional<ApiToken> find(Tx tx, Token presented) {
    var now = sources.now();
    var row = tx.dao(ApiTokensDao.class).find(presented.hash(), now);
    row.filter(found -> !found.seenAt().equals(Optional.of(Sessions.day(now))))
        .ifPresent(found -> tx.dao(ApiTokensDao.class).seen(found.id(), Sessions.day(now)));
    return row.map(ApiTokens::token);
  }

  private static ApiToken token(ApiTokensDao.Row row) {
    return new ApiToken(
        row.id(),
        row.member(),
        row.name(),
        scopes(row.scopes()),
        row.createdAt(),
        row.seenAt(),
        row.expiresAt());
  }

  private static String text(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::name).collect(Collectors.joining(" "));
  }

  private static Set<Scope> scopes(String text) {
    var scopes = EnumSet.noneOf(Scope.class);
    Arrays.stream(text.split(" ")).map(Scope::valueOf).forEach(scopes::add);
    return scopes;
  }
}
