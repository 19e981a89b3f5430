package postern.sessions;

import java.time.Duration;
import java.util.Optional;
import postern.accounts.Accounts;
import postern.accounts.Identified;
import postern.http.RateLimits;
import postern.http.RateLimits.Taken;
import postern.http.Rule;
import postern.kernel.MemberId;
import postern.kernel.Token;
import postern.storage.Database;
import postern.storage.Tx;

/**
 * The door where members come in. Attempts are counted before anything is compared, and alike for
 * logins that nobody has:
 *
 * <ul>
 *   <li>for one login from one network, a few; a right password forgives them. So a guesser at home
 *       is slowed, and an owner elsewhere does not notice;
 *   <li>from one network, for all logins together, more, since many may share it;
 *   <li>for one login from everywhere, many. A guesser with a thousand networks reaches it and
 *       would keep new browsers out for the rest of the hour, but not the owner: a browser that the
 *       owner has signed in from before carries a token, and with it none of these counts; it has a
 *       count of its own. A new password by mail makes such a browser too.
 * </ul>
 */
public final class SignIns {
  public static final Rule BY_LOGIN_AND_NETWORK =
      new Rule("sign-ins-here", 10, Duration.ofMinutes(15));
  public static final Rule BY_NETWORK = new Rule("sign-ins-network", 150, Duration.ofMinutes(15));
  public static final Rule BY_LOGIN = new Rule("sign-ins-login", 500, Duration.ofHours(1));
  public static final Rule BY_DEVICE = new Rule("sign-ins-device", 30, Duration.ofMinutes(15));

  private static final int LONGEST_LOGIN = 254;

  private final Database database;
  private final RateLimits limits;
  private final Accounts accounts;
  private final Sessions sessions;

  SignIns(Database database, RateLimits limits, Accounts accounts, Sessions sessions) {
    this.database = database;
    this.limits = limits;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /** Always makes a new session; the caller ends the one that the same browser had. */
  public SignedIn signIn(SignIn attempt) {
    if (attempt.login().length() > LONGEST_LOGIN) {
      return new SignedIn.Wrong();
    }
    var tooMany = count(attempt);
    return tooMany.isPresent()
        ? new SignedIn.TooMany(tooMany.get())
        : switch (accounts.passwords().identify(attempt.login(), attempt.password())) {
          case Identified.Member(var member) -> start(attempt, member);
          case Identified.Unverified unverified -> {
            accounts.passwords().remind(unverified);
            yield new SignedIn.Unverified();
          }
          case Identified.Nobody _ -> new SignedIn.Wrong();
        };
  }

  private SignedIn start(SignIn attempt, MemberId member) {
    limits.forgive(BY_LOGIN_AND_NETWORK, here(attempt));
    return database.write(
        tx ->
            new SignedIn.Done(
                sessions.start(tx, member, attempt.userAgent()),
                sessions.trust(tx, member, attempt.device())));
  }

  private Optional<Duration> count(SignIn attempt) {
    return database.write(
        tx -> {
          var known = attempt.device().filter(device -> known(tx, device, attempt.login()));
          return known.isPresent()
              ? take(tx, BY_DEVICE, known.get().secret())
              : take(tx, BY_LOGIN_AND_NETWORK, here(attempt))
                  .or(() -> take(tx, BY_NETWORK, attempt.from().subject()))
                  .or(() -> take(tx, BY_LOGIN, subject(attempt)));
        });
  }

  // The token has to be of the member whose login is tried: one's own browser gives no right to
  // guess at others.
  private boolean known(Tx tx, Token device, String login) {
    return accounts
        .passwords()
        .named(tx, login)
        .filter(member -> sessions.trusts(tx, device, member))
        .isPresent();
  }

  private Optional<Duration> take(Tx tx, Rule rule, String subject) {
    return switch (limits.take(tx, rule, subject)) {
      case Taken.Allowed _ -> Optional.empty();
      case Taken.TooMany(var wait) -> Optional.of(wait);
    };
  }

  private static String here(SignIn attempt) {
    return subject(attempt) + " " + attempt.from().subject();
  }

  private static String subject(SignIn attempt) {
    return attempt.login().strip().toLowerCase(java.util.Locale.ROOT);
  }
}
