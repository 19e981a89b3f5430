package postern.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import postern.jobs.Attempt;
import postern.jobs.JobEnd;
import postern.jobs.Jobs;
import postern.kernel.EmailAddress;
import postern.kernel.MemberId;
import postern.mail.mime.OutboundMessage;
import postern.privacy.AddressVault;
import postern.privacy.Keys;
import postern.storage.Database;
import postern.storage.Tx;

/**
 * Takes one mail from the queue through the gate to the next host. The job's claim keeps it to one
 * attempt at a time in the whole cluster; a crash after the next host's answer repeats the same
 * message with the same Message-ID.
 */
final class Dispatch {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
  private static final List<Duration> DELAYS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4));

  private final Database database;
  private final InstantSource clock;
  private final Keys keys;
  private final AddressVault vault;
  private final Jobs jobs;
  private final ReturnPaths returnPaths;
  private final SigningKeys signingKeys;
  private final Transport transport;
  private final Duration retryFor;

  Dispatch(
      Delivery.Means means,
      AddressVault vault,
      ReturnPaths returnPaths,
      SigningKeys signingKeys,
      Transport transport,
      Duration retryFor) {
    this.database = means.database();
    this.clock = means.clock();
    this.keys = means.keys();
    this.vault = vault;
    this.jobs = means.jobs();
    this.returnPaths = returnPaths;
    this.signingKeys = signingKeys;
    this.transport = transport;
    this.retryFor = retryFor;
  }

  void register() {
    jobs.handle(Courier.JOB, Courier.Send.class, this::send);
  }

  /** A mail with all that the attempt needs, read in one transaction. */
  private record Ready(
      MailsDao.Queued mail,
      EmailAddress to,
      Set<EmailAddress> hidden,
      Optional<EmailAddress> elected) {
    @Override
    public String toString() {
      return "Ready[" + mail.id() + "]";
    }
  }

  private JobEnd send(Courier.Send job, Attempt attempt) {
    var found = database.read(tx -> tx.dao(MailsDao.class).queued(job.mail()));
    if (found.isEmpty()) {
      return JobEnd.DONE;
    }
    var ready = database.read(tx -> ready(tx, found.get()));
    if (ready.isEmpty()) {
      return settled(found.get(), Settlement.UNDELIVERABLE, null, null);
    }
    return attempt(ready.get());
  }

  private Optional<Ready> ready(Tx tx, MailsDao.Queued mail) {
    var dao = tx.dao(MailsDao.class);
    if (mail.reference() != null && dao.suspended(mail.toAddress()) > 0) {
      return Optional.empty();
    }
    Set<EmailAddress> hidden = new HashSet<>();
    Arrays.stream(mail.about().split(","))
        .filter(id -> !id.isEmpty())
        .forEach(id -> hidden.addAll(vault.everOf(tx, MemberId.parse(id).orElseThrow())));
    var elected = Optional.ofNullable(mail.elected()).flatMap(id -> vault.envelope(tx, id));
    if (mail.spoken()) {
      elected.ifPresent(hidden::remove);
    }
    return vault.envelope(tx, mail.toAddress()).map(to -> new Ready(mail, to, hidden, elected));
  }

  // What was elected when the letter was written may have been withdrawn while it waited.
  private boolean withdrawn(MailsDao.Queued mail) {
    return mail.elected() != null
        && !mail.spoken()
        && !database.<Boolean>read(tx -> vault.stillShown(tx, mail.elected(), mail.toAddress()));
  }

  private JobEnd attempt(Ready ready) {
    var mail = ready.mail();
    if (withdrawn(mail)) {
      return settled(mail, Settlement.WITHDRAWN, null, null);
    }
    var message = OutboundMessage.ofStored(keys.open(mail.sealed(), Courier.place(mail.id())));
    byte[] finished = signingKeys.sign(message.addressedTo(ready.to().reveal()));
    var places = GateKeeper.places(finished, ready.hidden(), ready.elected());
    if (!places.isEmpty()) {
      LOG.warn("mail held kind={} places={}", mail.kind(), places.size());
      return settled(mail, Settlement.HELD, null, String.join("\n", places));
    }
    var answer =
        transport.attempt(
            mail.id(), returnPaths.of(mail.id(), mail.queuedAt()), ready.to(), finished);
    return switch (answer) {
      case Attempted.Accepted _ -> settled(mail, Settlement.DELIVERED, 250, null);
      case Attempted.Rejected(var code) -> settled(mail, Settlement.UNDELIVERABLE, code, null);
      case Attempted.Deferred(var code) -> deferred(mail, code);
    };
  }

  private JobEnd deferred(MailsDao.Queued mail, int code) {
    if (clock.instant().isAfter(mail.queuedAt().plus(retryFor))) {
      return settled(mail, Settlement.UNDELIVERABLE, code, null);
    }
    database.run(tx -> tx.dao(MailsDao.class).attempted(mail.id(), code));
    return new JobEnd.Again(DELAYS.get(Math.min(mail.attempts(), DELAYS.size() - 1)));
  }

  private JobEnd settled(MailsDao.Queued mail, Settlement settlement, Integer code, String places) {
    LOG.info("mail settled kind={} as={} code={}", mail.kind(), settlement, code);
    database.run(
        tx -> {
          tx.dao(MailsDao.class).settle(mail.id(), settlement, code, places, clock.instant());
          if (mail.reference() != null) {
            jobs.publish(tx, new MailSettled(mail.reference(), settlement));
          }
        });
    return JobEnd.DONE;
  }
}
