package postern.sessions;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import postern.accounts.Accounts;
import postern.accounts.MemberView;
import postern.accounts.Password;
import postern.accounts.PasswordChange;
import postern.accounts.Surroundings;
import postern.boards.Boards;
import postern.kernel.MemberId;
import postern.kernel.Scope;
import postern.kernel.Sources;
import postern.kernel.Standing;
import postern.kernel.Token;
import postern.kernel.Viewer;
import postern.sessions.CurrentSession.Means;
import postern.storage.Database;
import postern.storage.Tx;

/**
 * Sessions of members: 160 random bits, stored as a hash. One ends 30 days after its last use and
 * 90 days after its start, whichever comes first; a sign-in always makes a new one.
 */
public final class Sessions {
  public static final Duration SLIDING = Duration.ofDays(30);
  public static final Duration ABSOLUTE = Duration.ofDays(90);
  public static final Duration DEVICE_MEMORY = Duration.ofDays(180);

  // A suspended member may see why, export and leave: nothing is written under their name.
  private static final Set<Scope> WHILE_SUSPENDED = EnumSet.of(Scope.READ, Scope.ACCOUNT);
  private static final Set<Scope> ALL = EnumSet.allOf(Scope.class);

  private final Database database;
  private final Sources sources;
  private final Accounts accounts;
  private final Boards boards;
  private final ApiTokens apiTokens;

  private final FeedTokens feedTokens;
  private final SignIns signIns;
  private final SessionsEdge edge;

  private Sessions(Surroundings around, Accounts accounts, Boards boards) {
    this.database = around.database();
    this.sources = around.sources();
    this.accounts = accounts;
    this.boards = boards;
    this.apiTokens = new ApiTokens(database, sources);
    this.feedTokens = new FeedTokens(database, sources, this);
    this.signIns = new SignIns(database, around.limits(), accounts, this);
    this.edge = new SessionsEdge(this, around.origin(), around.keys());
  }

  public static Sessions of(Surroundings around, Accounts accounts, Boards boards) {
    var sessions = new Sessions(around, accounts, boards);
    accounts.passwords().onSignOut(sessions::signOutEverywhere);
    around.jobs().every("sweep-sessions", Duration.ofHours(1), sessions::sweep);
    return sessions;
  }

  public SignIns signIns() {
    return signIns;
  }

  /** This room's part of the JSON API. */
  public List<Object> resources() {
    return List.of(new SessionsResource(this), new MySessionsResource(this));
  }

  /** What stands before every endpoint, and the cookies and form tokens that pages write. */
  public SessionsEdge edge() {
    return edge;
  }

  public ApiTokens apiTokens() {
    return apiTokens;
  }

  public FeedTokens feedTokens() {
    return feedTokens;
  }

  /** Who holds this secret now; empty when it opens nothing. */
  public Optional<CurrentSession> recognise(Token presented, boolean byCookie) {
    // A read, though it notes the day: who is signed in must be able to read when the disk is full.
    return database.read(
        tx ->
            bySession(tx, presented, byCookie ? Means.COOKIE : Means.BEARER)
                .or(() -> byCookie ? Optional.empty() : byApiToken(tx, presented)));
  }

  /**
   * The member as a viewer with every scope that their standing leaves; empty when erased or
   * unknown.
   */
  public Optional<Viewer.Member> viewer(Tx tx, MemberId id) {
    return viewer(tx, id, ALL);
  }

  Optional<Viewer.Member> reader(Tx tx, MemberId id) {
    return viewer(tx, id, Set.of(Scope.READ));
  }

  /**
   * Starts a session for a member whom the caller has recognised.
   *
   * @param userAgent the header; only its family is kept
   */
  public NewSession start(Tx tx, MemberId member, String userAgent) {
    var token = sources.token();
    var now = sources.now();
    var expiresAt = now.plus(SLIDING);
    var id = new SessionId(sources.ids().unguessable());
    tx.dao(SessionsDao.class)
        .insert(id, token.hash(), member, Device.family(userAgent), now, day(now), expiresAt);
    return new NewSession(id, member, token, expiresAt);
  }

  /** A member's own sessions, latest first. */
  public List<OwnSession> own(Viewer.Member member) {
    return database.read(tx -> tx.dao(SessionsDao.class).own(member.id(), sources.now()));
  }

  /** Signs out one of the member's own sessions; false when it is none of theirs. */
  public boolean end(Viewer.Member member, SessionId id) {
    return database.write(tx -> tx.dao(SessionsDao.class).end(id, member.id())) == 1;
  }

  /**
   * Signs out everywhere, also here. API tokens stay; they are listed and revoked by themselves.
   */
  public int endAll(Viewer.Member member) {
    return database.write(tx -> tx.dao(SessionsDao.class).endAllBut(member.id(), 0));
  }

  /** Changes the password of who knows it, and signs out everywhere but here. */
  public PasswordChange changePassword(CurrentSession here, Password current, Password next) {
    long spared = here.session().map(SessionId::value).orElse(0L);
    return accounts
        .passwords()
        .change(
            here.member().id(),
            current,
            next,
            tx -> {
              tx.dao(SessionsDao.class).endAllBut(here.member().id(), spared);
              tx.dao(SessionsDao.class).forgetDevices(here.member().id());
            });
  }

  /**
   * Remembers a browser that its owner has just used, by a mailed link for a new password, so that
   * a stranger's guesses do not keep them from signing in there.
   */
  public Token trust(MemberId member) {
    return database.write(tx -> trust(tx, member, Optional.empty()));
  }

  // A browser that is known keeps its token; another gets its own.
  Token trust(Tx tx, MemberId member, Optional<Token> device) {
    var dao = tx.dao(SessionsDao.class);
    var token =
        device.filter(known -> dao.knownDevice(known.hash(), member) > 0).orElseGet(sources::token);
    dao.keepDevice(token.hash(), member, day(sources.now()));
    return token;
  }

  boolean trusts(Tx tx, Token device, MemberId member) {
    return tx.dao(SessionsDao.class).knownDevice(device.hash(), member) > 0;
  }

  private void signOutEverywhere(Tx tx, MemberId member) {
    tx.dao(SessionsDao.class).endAllBut(member, 0);
    tx.dao(SessionsDao.class).forgetDevices(member);
    tx.dao(ApiTokensDao.class).revokeAll(member);
    tx.dao(FeedTokensDao.class).revoke(member);
  }

  /** Removes what has expired; a schedule calls it. */
  int sweep() {
    var now = sources.now();
    return database.write(
        tx ->
            tx.dao(SessionsDao.class).sweep(now)
                + tx.dao(SessionsDao.class).sweepDevices(now.minus(DEVICE_MEMORY))
                + tx.dao(ApiTokensDao.class).sweep(now));
  }

  private Optional<CurrentSession> bySession(Tx tx, Token presented, Means means) {
    var now = sources.now();
    return tx.dao(SessionsDao.class)
        .find(presented.hash(), now)
        .flatMap(
            row -> {
              touch(tx, row, now);
              return viewer(tx, row.member(), ALL)
                  .map(member -> new CurrentSession(row.id().value(), member, means));
            });
  }

  // Written once a day at most, so that reading pages writes nothing.
  private static void touch(Tx tx, SessionsDao.Row row, Instant now) {
    if (!row.seenAt().equals(day(now))) {
      var latest = row.createdAt().plus(ABSOLUTE);
      var sliding = now.plus(SLIDING);
      tx.dao(SessionsDao.class)
          .seen(row.id(), day(now), sliding.isBefore(latest) ? sliding : latest);
    }
  }

  private Optional<CurrentSession> byApiToken(Tx tx, Token presented) {
    return apiTokens
        .find(tx, presented)
        .flatMap(
            token ->
                viewer(tx, token.member(), token.scopes())
                    .map(
                        member -> new CurrentSession(token.id().value(), member, Means.API_TOKEN)));
  }

  private Optional<Viewer.Member> viewer(Tx tx, MemberId id, Set<Scope> granted) {
    return accounts
        .member(tx, id)
        .filter(member -> member.standing() != Standing.ERASED)
        .map(
            member ->
                new Viewer.Member(
                    member.id(),
                    member.username(),
                    member.role(),
                    member.standing(),
                    boards.moderated(tx, id),
                    boards.memberships(tx, id),
                    scopes(member, granted)));
  }

  private static Set<Scope> scopes(MemberView member, Set<Scope> granted) {
    var scopes = EnumSet.noneOf(Scope.class);
    scopes.addAll(granted);
    if (member.standing() == Standing.SUSPENDED) {
      scopes.retainAll(WHILE_SUSPENDED);
    }
    return scopes;
  }

  static Instant day(Instant time) {
    return time.truncatedTo(ChronoUnit.DAYS);
  }
}
