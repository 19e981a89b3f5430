package postern.accounts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import postern.http.Network;
import postern.http.RateLimits;
import postern.http.Rule;
import postern.jobs.Attempt;
import postern.jobs.JobEnd;
import postern.kernel.AddressId;
import postern.kernel.EmailAddress;
import postern.kernel.MemberId;
import postern.kernel.Token;
import postern.kernel.Viewer;
import postern.privacy.OwnAddress;
import postern.storage.Tx;

/**
 * A member's own addresses: adding one, which its mailbox confirms, choosing the main one, removing
 * one. Each needs the password again, and tells the address that stood there before, which can undo
 * it for some days.
 *
 * <p>Asking for an address looks the same whether it is free, one's own or somebody else's; its
 * owner is told.
 */
public final class Addresses {
  public static final Rule ASKED = new Rule("address-changes", 10, Duration.ofDays(1));
  public static final Rule MAILS = new Rule("address-mails", 3, Duration.ofDays(1));

  private static final String MAIL_JOB = "accounts-address-mail";

  private final Surroundings around;
  private final AccountSettings settings;
  private final OwnPassword password;
  private final MailedTokens tokens;
  private final Mails mails;
  private final AddressNews news;

  Addresses(
      Surroundings around, AccountSettings settings, PasswordHashes hashes, Passwords passwords) {
    this.around = around;
    this.settings = settings;
    this.password = new OwnPassword(around, hashes);
    this.tokens = new MailedTokens(around.sources());
    this.mails = new Mails(around.origin());
    this.news = new AddressNews(around, settings, passwords);
    around.jobs().handle(MAIL_JOB, Wanted.class, this::mail);
    around.jobs().every("accounts-address-sweep", Duration.ofMinutes(30), this::sweep);
  }

  record Wanted(long change) {}

  /** The confirmed ones, the main one first, each with when it was last confirmed. */
  public List<OwnAddress> own(Viewer.Member member) {
    return around.vault().own(member);
  }

  /** How many that the member asked for are still to be confirmed. */
  public int waiting(Viewer.Member member) {
    return around
        .database()
        .read(tx -> tx.dao(AddressChangesDao.class).waiting(member.id(), around.sources().now()));
  }

  public AddressChange add(Viewer.Member by, EmailAddress address, Password current) {
    return checked(
        by,
        current,
        tx -> {
          var now = around.sources().now();
          long id = around.sources().ids().unguessable();
          var kept = around.vault().keep(tx, address);
          tx.dao(AddressChangesDao.class)
              .insert(
                  id,
                  by.id(),
                  kept,
                  now,
                  now.plus(settings.addressChangeLifetime().toJavaDuration()));
          around.jobs().enqueue(tx, MAIL_JOB, new Wanted(id));
          return new AddressChange.Done(by.id());
        });
  }

  /** The press of the button behind the link in the mail to the new address. */
  public AddressChange confirm(Token link, Network from) {
    around.limits().require(SignUps.LINKS, from.subject());
    return around
        .database()
        .write(
            tx ->
                tokens
                    .use(tx, TokenPurpose.CONFIRM_ADDRESS, link)
                    .flatMap(
                        used ->
                            tx.dao(AddressChangesDao.class)
                                .lock(used.subject(), around.sources().now()))
                    .map(change -> confirm(tx, change))
                    .orElseGet(AddressChange.NoSuchLink::new));
  }

  /** Mail for the member goes there from now on. */
  public AddressChange makeMain(Viewer.Member by, AddressId id, Password current) {
    var owned = owned(by);
    if (!owned.holds(id)) {
      return new AddressChange.NotYours();
    }
    return checked(
        by,
        current,
        tx -> {
          around.vault().makeMain(tx, by.id(), id);
          news.mainChanged(tx, by.id(), owned.main(), owned.get(id));
          return new AddressChange.Done(by.id());
        });
  }

  public AddressChange remove(Viewer.Member by, AddressId id, Password current) {
    var owned = owned(by);
    if (!owned.holds(id)) {
      return new AddressChange.NotYours();
    }
    if (owned.get(id).main()) {
      return new AddressChange.IsMain();
    }
    return checked(
        by,
        current,
        tx -> {
          around.vault().retire(tx, by.id(), id);
          news.removed(tx, by.id(), owned.get(id), owned.main());
          return new AddressChange.Done(by.id());
        });
  }

  /** The press of the button behind the link in the mail to the address that was there before. */
  public AddressChange undo(Token link, Network from) {
    around.limits().require(SignUps.LINKS, from.subject());
    return around.database().write(tx -> news.undo(tx, link));
  }

  private record OwnAddresses(List<OwnAddress> all) {
    boolean holds(AddressId id) {
      return all.stream().anyMatch(own -> own.id().equals(id));
    }

    OwnAddress get(AddressId id) {
      return all.stream().filter(own -> own.id().equals(id)).findFirst().orElseThrow();
    }

    OwnAddress main() {
      return all.stream().filter(OwnAddress::main).findFirst().orElseThrow();
    }
  }

  private OwnAddresses owned(Viewer.Member by) {
    return new OwnAddresses(own(by));
  }

  private AddressChange checked(
      Viewer.Member by, Password current, Function<Tx, AddressChange> change) {
    if (around.limits().take(ASKED, by.id().toString())
        instanceof RateLimits.Taken.TooMany(var wait)) {
      return new AddressChange.TooManyAttempts(wait);
    }
    return switch (password.check(by.id(), current)) {
      case OwnPassword.Check.Right _ -> around.database().write(change);
      case OwnPassword.Check.Wrong _ -> new AddressChange.WrongPassword();
      case OwnPassword.Check.TooMany(var wait) -> new AddressChange.TooManyAttempts(wait);
    };
  }

  private AddressChange confirm(Tx tx, AddressChangesDao.Row change) {
    tx.dao(AddressChangesDao.class).delete(change.id());
    tokens.endAll(tx, TokenPurpose.CONFIRM_ADDRESS, change.id());
    var before = around.vault().mainOf(tx, change.member());
    if (!around.vault().confirm(tx, change.address(), change.member())) {
      return new AddressChange.AddressTaken();
    }
    before
        .filter(main -> !main.equals(change.address()))
        .ifPresent(main -> news.added(tx, change.member(), main, change.address()));
    around.jobs().publish(tx, new AddressConfirmed(change.member(), change.address()));
    return new AddressChange.Done(change.member());
  }

  private JobEnd mail(Wanted job, Attempt attempt) {
    around
        .database()
        .run(
            tx -> {
              tx.dao(AddressChangesDao.class)
                  .lock(job.change(), around.sources().now())
                  .filter(
                      change ->
                          around.limits().take(tx, MAILS, change.address().toString())
                              instanceof RateLimits.Taken.Allowed)
                  .ifPresent(change -> mail(tx, change));
              attempt.done(tx);
            });
    return JobEnd.DONE;
  }

  private void mail(Tx tx, AddressChangesDao.Row change) {
    var life = settings.addressChangeLifetime();
    Optional<MemberId> owner = around.vault().owner(tx, change.address());
    var notice =
        owner.isEmpty()
            ? mails.confirmAddress(
                tx.dao(CredentialsDao.class).of(change.member().value()).orElseThrow().username(),
                change.member(),
                tokens.issue(tx, TokenPurpose.CONFIRM_ADDRESS, change.id(), life.toJavaDuration()),
                life)
            : owner.get().equals(change.member())
                ? mails.addressAlreadyYours()
                : mails.addressAttempted(change.member());
    around.mailer().send(tx, change.address(), notice);
  }

  /** Ends the changes that nobody confirmed, and forgets what was kept for them alone. */
  int sweep() {
    var now = around.sources().now();
    var expired = around.database().read(tx -> tx.dao(AddressChangesDao.class).expired(now));
    for (var change : expired) {
      around
          .database()
          .run(
              tx -> {
                tx.dao(AddressChangesDao.class).delete(change.id());
                tokens.endAll(tx, TokenPurpose.CONFIRM_ADDRESS, change.id());
              });
      new UnusedAddress(around.database(), around.vault()).forget(change.address());
    }
    return expired.size();
  }
}
