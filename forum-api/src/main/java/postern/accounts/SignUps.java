package postern.accounts;

import java.time.Duration;
import java.util.Optional;
import postern.http.Network;
import postern.http.RateLimits;
import postern.http.Rule;
import postern.jobs.Attempt;
import postern.jobs.JobEnd;
import postern.kernel.MemberId;
import postern.kernel.Role;
import postern.kernel.Token;
import postern.storage.Tx;

/**
 * Becoming a member. The answer never looks at whether the address is known: the same rows are
 * written, and a job decides later which mail goes to the address. So neither bytes nor time tell,
 * and only its owner learns more.
 *
 * <p>A sign-up holds its name until it is confirmed or two days have passed; then the name is free
 * again. From the confirmation on it is never given to anybody else.
 */
public final class SignUps {
  public static final Rule MAILS = new Rule("sign-up-mails", 4, Duration.ofDays(1));
  public static final Rule LINKS = new Rule("mailed-links", 60, Duration.ofHours(1));

  private static final String MAIL_JOB = "accounts-sign-up-mail";

  private final Surroundings around;
  private final AccountSettings settings;
  private final Accounts accounts;
  private final PasswordHashes hashes;
  private final MailedTokens tokens;
  private final Mails mails;
  private final SignUpForms forms;

  SignUps(Surroundings around, AccountSettings settings, Accounts accounts, PasswordHashes hashes) {
    this.around = around;
    this.settings = settings;
    this.accounts = accounts;
    this.hashes = hashes;
    this.tokens = new MailedTokens(around.sources());
    this.mails = new Mails(around.origin());
    this.forms = new SignUpForms(around, settings.signUpGuard());
    around.jobs().handle(MAIL_JOB, Waiting.class, this::mail);
    around.jobs().every("accounts-sweep", Duration.ofMinutes(30), this::sweep);
  }

  record Waiting(long signUp) {}

  /** The forms of the sign-up's page. */
  public SignUpForms forms() {
    return forms;
  }

  /**
   * For programs, which bring no form: ends with 429 when too many come from one network, or from
   * all together. People then still have the page.
   */
  public Asked ask(SignUp wish, Network from) {
    if (!wish.ofAge()) {
      return new Asked.UnderAge();
    }
    var guard = settings.signUpGuard();
    around.limits().require(guard.unproved(), from.subject());
    around.limits().require(guard.unprovedEverywhere(), "all");
    return ask(wish, SignUpForms.Passed.UNGUARDED);
  }

  /**
   * For the page, with a form that was checked: ends with 429 when too many come from a network.
   */
  public Asked ask(SignUp wish, Network from, SignUpForms.Passed form) {
    if (!wish.ofAge()) {
      return new Asked.UnderAge();
    }
    var guard = settings.signUpGuard();
    around.limits().require(form.proved() ? guard.proved() : guard.unproved(), from.subject());
    return ask(wish, form);
  }

  private Asked ask(SignUp wish, SignUpForms.Passed form) {
    if (wish.username().reserved() || Names.formers(wish.username())) {
      return new Asked.UsernameNotAllowed();
    }
    var weak =
        PasswordPolicy.refusal(wish.password(), wish.username(), Optional.of(wish.address()));
    if (weak.isPresent()) {
      return new Asked.WeakPassword(weak.get());
    }
    if (taken(wish)) {
      return new Asked.UsernameTaken();
    }
    var hash = hashes.hash(wish.password());
    return around.database().write(tx -> keep(tx, wish, hash, form));
  }

  /**
   * Makes the member. Called by a POST alone, since programs that look for malice follow links in
   * mails.
   */
  public Verified verify(Token link, Network from) {
    around.limits().require(LINKS, from.subject());
    return around
        .database()
        .write(
            tx ->
                tokens
                    .use(tx, TokenPurpose.VERIFY, link)
                    .flatMap(
                        used ->
                            tx.dao(SignUpsDao.class).lock(used.subject(), around.sources().now()))
                    .map(waiting -> confirm(tx, waiting))
                    .orElseGet(Verified.NoSuchLink::new));
  }

  /** Sends the mail again: for who has just shown the password of a sign-up that waits. */
  void remind(long signUp) {
    around.database().run(tx -> around.jobs().enqueue(tx, MAIL_JOB, new Waiting(signUp)));
  }

  private boolean taken(SignUp wish) {
    return around.database().read(tx -> tx.dao(MembersDao.class).nameTaken(wish.username())) > 0;
  }

  private Asked keep(Tx tx, SignUp wish, String hash, SignUpForms.Passed form) {
    var now = around.sources().now();
    var until = now.plus(settings.signUpLifetime().toJavaDuration());
    if (tx.dao(MembersDao.class).takeName(wish.username(), until) == 0) {
      return new Asked.UsernameTaken();
    }
    if (!forms.use(tx, form)) {
      tx.dao(SignUpsDao.class).releaseName(wish.username());
      return new Asked.FormUsed();
    }
    long id = around.sources().ids().unguessable();
    var address = around.vault().keep(tx, wish.address());
    tx.dao(SignUpsDao.class).insert(id, wish.username(), address, hash, now, until);
    around.jobs().enqueue(tx, MAIL_JOB, new Waiting(id));
    return new Asked.LookIntoYourMailbox();
  }

  private Verified confirm(Tx tx, SignUpsDao.Row waiting) {
    var id = new MemberId(around.sources().ids().next());
    end(tx, waiting);
    if (!around.vault().confirm(tx, waiting.address(), id)) {
      tx.dao(SignUpsDao.class).releaseName(waiting.username());
      return new Verified.AddressTaken();
    }
    tx.dao(MembersDao.class).keepName(waiting.username());
    accounts.insert(tx, id, waiting.username(), waiting.passwordHash(), Role.MEMBER);
    around.jobs().publish(tx, new AddressConfirmed(id, waiting.address()));
    return new Verified.Member(id, waiting.username());
  }

  private void end(Tx tx, SignUpsDao.Row waiting) {
    tx.dao(SignUpsDao.class).delete(waiting.id());
    tokens.endAll(tx, TokenPurpose.VERIFY, waiting.id());
  }

  private JobEnd mail(Waiting job, Attempt attempt) {
    around
        .database()
        .run(
            tx -> {
              tx.dao(SignUpsDao.class)
                  .lock(job.signUp(), around.sources().now())
                  .filter(
                      waiting ->
                          around.limits().take(tx, MAILS, waiting.address().toString())
                              instanceof RateLimits.Taken.Allowed)
                  .ifPresent(waiting -> mail(tx, waiting));
              attempt.done(tx);
            });
    return JobEnd.DONE;
  }

  private void mail(Tx tx, SignUpsDao.Row waiting) {
    var notice =
        around.vault().owner(tx, waiting.address()).isPresent()
            ? mails.alreadyMember()
            : mails.verify(waiting.username(), token(tx, waiting), settings.signUpLifetime());
    around.mailer().send(tx, waiting.address(), notice);
  }

  private Token token(Tx tx, SignUpsDao.Row waiting) {
    return tokens.issue(
        tx, TokenPurpose.VERIFY, waiting.id(), settings.signUpLifetime().toJavaDuration());
  }

  /** Ends the sign-ups that nobody confirmed, and forgets what was kept for them alone. */
  int sweep() {
    var now = around.sources().now();
    var expired = around.database().read(tx -> tx.dao(SignUpsDao.class).expired(now));
    for (var waiting : expired) {
      around
          .database()
          .run(
              tx -> {
                end(tx, waiting);
                tx.dao(SignUpsDao.class).releaseName(waiting.username());
              });
      new UnusedAddress(around.database(), around.vault()).forget(waiting.address());
    }
    around.database().run(tx -> tx.dao(MailedTokensDao.class).sweep(now));
    return expired.size();
  }
}
