package postern.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import postern.http.Network;
import postern.http.RateLimits;
import postern.http.Rule;
import postern.jobs.Attempt;
import postern.jobs.JobEnd;
import postern.kernel.EmailAddress;
import postern.kernel.MemberId;
import postern.kernel.Token;
import postern.kernel.Username;
import postern.storage.Tx;

/**
 * Passwords: whose one is, changing it, and a new one for who forgot theirs. A new one by mail
 * signs out everywhere and is remembered, because whoever holds a mailbox can ask for it: kept
 * letters do not open by it alone.
 */
public final class Passwords {
  public static final Rule FORGOTTEN_BY_NETWORK =
      new Rule("forgotten-asked", 12, Duration.ofHours(1));
  public static final Rule FORGOTTEN_MAILS = new Rule("forgotten-mails", 3, Duration.ofHours(1));

  private static final String MAIL_JOB = "accounts-reset-mail";

  private final Surroundings around;
  private final AccountSettings settings;
  private final PasswordHashes hashes;
  private final OwnPassword own;
  private final Logins logins;
  private final SignUps signUps;
  private final MailedTokens tokens;
  private final Mails mails;
  private final List<SignOut> signOuts = new CopyOnWriteArrayList<>();

  Passwords(Surroundings around, AccountSettings settings, PasswordHashes hashes, SignUps signUps) {
    this.around = around;
    this.settings = settings;
    this.hashes = hashes;
    this.own = new OwnPassword(around, hashes);
    this.logins = new Logins(around, hashes);
    this.signUps = signUps;
    this.tokens = new MailedTokens(around.sources());
    this.mails = new Mails(around.origin());
    around.jobs().handle(MAIL_JOB, Forgotten.class, this::mail);
  }

  /** What ends sessions; the room above that keeps them says how. */
  @FunctionalInterface
  public interface SignOut {
    void everywhere(Tx tx, MemberId member);
  }

  /**
   * @param member 0 when nobody has the login that was given, so that the same row is written
   */
  record Forgotten(long member) {}

  /** From now on, a password that was reset and an address that came back sign out by this. */
  public void onSignOut(SignOut signOut) {
    signOuts.add(signOut);
  }

  /**
   * Whom a login, a username or a confirmed address, and a password belong to; the same work
   * whether or not the login is known. It does not count attempts: its caller does.
   */
  public Identified identify(String login, Password password) {
    return logins.identify(login, password);
  }

  /** The member who has this login now, for counting attempts; no answer may depend on it. */
  public Optional<MemberId> named(Tx tx, String login) {
    return member(tx, login);
  }

  /** Sends the mail of a sign-up again, to who has shown its password. */
  public void remind(Identified.Unverified unverified) {
    signUps.remind(unverified.signUp());
  }

  /**
   * Changes it for who knows it.
   *
   * @param alongside what else is done in the same transaction, such as signing out other devices
   */
  public PasswordChange change(
      MemberId member, Password current, Password next, Consumer<Tx> alongside) {
    var weak = own.refusal(member, next);
    if (weak.isPresent()) {
      return new PasswordChange.Weak(weak.get());
    }
    return switch (own.check(member, current)) {
      case OwnPassword.Check.Right _ -> changed(member, next, alongside);
      case OwnPassword.Check.Wrong _ -> new PasswordChange.WrongPassword();
      case OwnPassword.Check.TooMany(var wait) -> new PasswordChange.TooManyAttempts(wait);
    };
  }

  /**
   * Mails a link for a new password to the member's main address, if there is such a member. There
   * is nothing to answer: the same row is written either way.
   */
  public void forgotten(String login, Network from) {
    around.limits().require(FORGOTTEN_BY_NETWORK, from.subject());
    around
        .database()
        .run(
            tx ->
                around
                    .jobs()
                    .enqueue(
                        tx,
                        MAIL_JOB,
                        new Forgotten(member(tx, login).map(MemberId::value).orElse(0L))));
  }

  /** Sets the new password that a mailed link allows, and signs out everywhere. */
  public PasswordChange reset(Token link, Password next, Network from) {
    around.limits().require(SignUps.LINKS, from.subject());
    var known = around.database().read(tx -> tokens.find(tx, TokenPurpose.RESET, link));
    if (known.isEmpty()) {
      return new PasswordChange.NoSuchLink();
    }
    var member = new MemberId(known.get().subject());
    var weak = own.refusal(member, next);
    if (weak.isPresent()) {
      return new PasswordChange.Weak(weak.get());
    }
    var hash = hashes.hash(next);
    return around.database().write(tx -> reset(tx, link, member, hash));
  }

  /** When the password was last set, by whatever way. */
  public Instant setAt(MemberId member) {
    return around.database().read(tx -> tx.dao(CredentialsDao.class).setAt(member));
  }

  /**
   * When the password was last set by a mailed link: until then kept letters are to stay closed
   * without more.
   */
  public Optional<Instant> resetAt(Tx tx, MemberId member) {
    return tx.dao(CredentialsDao.class).resetAt(member);
  }

  void signOut(Tx tx, MemberId member) {
    signOuts.forEach(signOut -> signOut.everywhere(tx, member));
  }

  private PasswordChange changed(MemberId member, Password next, Consumer<Tx> alongside) {
    var hash = hashes.hash(next);
    return around
        .database()
        .write(
            tx -> {
              tx.dao(CredentialsDao.class).change(member, hash, around.sources().now());
              tokens.endAll(tx, TokenPurpose.RESET, member.value());
              alongside.accept(tx);
              tell(tx, member);
              return new PasswordChange.Done(member);
            });
  }

  private PasswordChange reset(Tx tx, Token link, MemberId member, String hash) {
    if (tokens.use(tx, TokenPurpose.RESET, link).isEmpty()) {
      return new PasswordChange.NoSuchLink();
    }
    tokens.endAll(tx, TokenPurpose.RESET, member.value());
    tx.dao(CredentialsDao.class).reset(member, hash, around.sources().now());
    signOut(tx, member);
    tell(tx, member);
    return new PasswordChange.Done(member);
  }

  private void tell(Tx tx, MemberId member) {
    var name = username(tx, member);
    around
        .vault()
        .mainOf(tx, member)
        .ifPresent(main -> around.mailer().send(tx, main, mails.passwordChanged(name)));
  }

  private Username username(Tx tx, MemberId member) {
    return tx.dao(CredentialsDao.class).of(member.value()).orElseThrow().username();
  }

  private Optional<MemberId> member(Tx tx, String login) {
    return login.contains("@")
        ? EmailAddress.parse(login).flatMap(address -> around.vault().owner(tx, address))
        : Username.parse(login)
            .flatMap(name -> tx.dao(CredentialsDao.class).named(name))
            .map(CredentialsDao.Row::id);
  }

  private JobEnd mail(Forgotten job, Attempt attempt) {
    around
        .database()
        .run(
            tx -> {
              tx.dao(CredentialsDao.class)
                  .of(job.member())
                  .filter(
                      member ->
                          around.limits().take(tx, FORGOTTEN_MAILS, member.id().toString())
                              instanceof RateLimits.Taken.Allowed)
                  .ifPresent(member -> mail(tx, member));
              attempt.done(tx);
            });
    return JobEnd.DONE;
  }

  private void mail(Tx tx, CredentialsDao.Row member) {
    var life = settings.resetLifetime();
    around
        .vault()
        .mainOf(tx, member.id())
        .ifPresent(
            main ->
                around
                    .mailer()
                    .send(
                        tx,
                        main,
                        mails.reset(
                            member.username(),
                            tokens.issue(
                                tx, TokenPurpose.RESET, member.id().value(), life.toJavaDuration()),
                            life)));
  }
}
