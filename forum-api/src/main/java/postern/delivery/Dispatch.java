package postern.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  private static final Duration WHILE_RESTING = Duration.ofSeconds(30);

  private final Database database;
  private final InstantSource clock;
  private final Keys keys;
  private final AddressVault vault;
  private final Jobs jobs;
  private final Way way;
  private final Destinations destinations;
  private final Duration retryFor;

  Dispatch(Delivery.Means means, AddressVault vault, Way way, DeliverySettings settings) {
    this.database = means.database();
    this.clock = means.clock();
    this.keys = means.keys();
    this.vault = vault;
    this.jobs = means.jobs();
    this.way = way;
    this.destinations = new Destinations(settings.pace(), means.keys(), System::nanoTime);
    this.retryFor = settings.retryFor();
  }

  /** What a mail passes on its way out. */
  record Way(
      ReturnPaths returnPaths,
      SigningKeys signingKeys,
      Transport transport,
      Bounces bounces,
      MailFigures figures) {}

  void register() {
    jobs.handle(Courier.JOB, Courier.Send.class, this::send);
  }

  /** A mail with all that the attempt needs, read in one transaction. */
  private record Ready(
      MailsDao.Queued mail,
      EmailAddress to,
      Map<MemberId, Set<EmailAddress>> hidden,
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
    var mail = found.get();
    if (mail.resting()) {
      return new JobEnd.Again(WHILE_RESTING);
    }
    var trouble = database.read(tx -> tx.dao(TroubleDao.class).of(mail.toAddress()));
    if (trouble.stops(mail.kind())) {
      return settled(mail, Settlement.UNDELIVERABLE, null, null);
    }
    var waits = trouble.waits(clock.instant()).filter(_ -> !OwnersMail.isAskedFor(mail.kind()));
    if (waits.isPresent()) {
      return new JobEnd.Again(Duration.between(clock.instant(), waits.get()));
    }
    return database
        .read(tx -> ready(tx, mail))
        .map(this::attempt)
        .orElseGet(() -> settled(mail, Settlement.UNDELIVERABLE, null, null));
  }

  private Optional<Ready> ready(Tx tx, MailsDao.Queued mail) {
    var hidden = new HashMap<MemberId, Set<EmailAddress>>();
    Arrays.stream(mail.about().split(","))
        .filter(id -> !id.isEmpty())
        .map(id -> MemberId.parse(id).orElseThrow())
        .forEach(member -> hidden.put(member, new HashSet<>(vault.everOf(tx, member))));
    var elected = Optional.ofNullable(mail.elected()).flatMap(id -> vault.envelope(tx, id));
    if (mail.spoken()) {
      hidden.values().forEach(own -> elected.ifPresent(own::remove));
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
    var to = ready.to().reveal();
    byte[] finished = way.signingKeys().sign(message.addressedTo(to));
    var passages = Passages.opened(keys, mail.id(), mail.passages());
    var places = GateKeeper.places(finished, ready.hidden(), ready.elected(), passages);
    if (!places.isEmpty()) {
      LOG.warn("mail held kind={} places={}", mail.kind(), places.size());
      return settled(mail, Settlement.HELD, null, String.join("\n", places));
    }
    return handOver(ready, finished, to.substring(to.lastIndexOf('@') + 1));
  }

  private JobEnd handOver(Ready ready, byte[] finished, String destination) {
    var full = destinations.enter(destination);
    if (full.isPresent()) {
      return new JobEnd.Again(full.get());
    }
    var mail = ready.mail();
    try {
      var from = way.returnPaths().of(mail.id(), mail.queuedAt());
      return switch (way.transport().attempt(mail.id(), from, ready.to(), finished)) {
        case Attempted.Accepted _ -> settled(mail, Settlement.DELIVERED, 250, null);
        case Attempted.Rejected(var code, _, var noSuchMailbox) -> {
          if (noSuchMailbox) {
            database.run(tx -> way.bounces().noSuchMailbox(tx, mail.toAddress()));
          }
          yield settled(mail, Settlement.UNDELIVERABLE, code, null);
        }
        case Attempted.Deferred deferred -> deferred(mail, deferred, destination);
      };
    } finally {
      destinations.leave(destination);
    }
  }

  private JobEnd deferred(MailsDao.Queued mail, Attempted.Deferred answer, String destination) {
    way.figures().count(MailFigures.Stage.DEFERRED);
    if (clock.instant().isAfter(mail.queuedAt().plus(retryFor))) {
      return settled(mail, Settlement.UNDELIVERABLE, answer.code(), null);
    }
    var index = destinations.index(destination);
    var name = destinations.sealed(destination);
    database.run(
        tx -> {
          var dao = tx.dao(MailsDao.class);
          dao.attempted(mail.id(), answer.code(), answer.words(), index);
          dao.deferredBy(index, name, answer.code(), answer.words(), clock.instant());
        });
    return new JobEnd.Again(DELAYS.get(Math.min(mail.attempts(), DELAYS.size() - 1)));
  }

  private JobEnd settled(MailsDao.Queued mail, Settlement settlement, Integer code, String places) {
    boolean first =
        database.write(
            tx -> {
              var now = clock.instant();
              var dao = tx.dao(MailsDao.class);
              // An operator may have dropped it meanwhile.
              boolean open = dao.settle(mail.id(), settlement, code, places, now) == 1;
              if (open && mail.reference() != null) {
                jobs.publish(tx, new MailSettled(mail.reference(), settlement));
              }
              return open;
            });
    if (first) {
      LOG.info("mail settled kind={} as={} code={}", mail.kind(), settlement, code);
      way.figures().count(stage(settlement));
    }
    return JobEnd.DONE;
  }

  private static MailFigures.Stage stage(Settlement settlement) {
    return switch (settlement) {
      case DELIVERED -> MailFigures.Stage.SENT;
      case UNDELIVERABLE -> MailFigures.Stage.UNDELIVERABLE;
      case HELD -> MailFigures.Stage.HELD;
      case WITHDRAWN -> MailFigures.Stage.WITHDRAWN;
    };
  }
}
