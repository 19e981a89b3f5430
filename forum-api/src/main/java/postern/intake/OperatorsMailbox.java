package postern.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import postern.jobs.Jobs;
import postern.kernel.Slice;
import postern.kernel.Sources;
import postern.mail.mime.Enclosed;
import postern.mail.mime.InboundMessage;
import postern.mail.mime.Leaf;
import postern.mail.mime.MessageRead;
import postern.mail.mime.MessageReader;
import postern.mail.mime.MimeLimits;
import postern.mail.mime.Multi;
import postern.mail.mime.Part;
import postern.privacy.Keys;
import postern.storage.Database;

/**
 * What anybody writes to {@code postmaster@} and {@code abuse@} (RFC 5321 section 4.5.1, RFC 2142):
 * kept sealed for a time, and shown to administrators alone. Nothing in it is sent on.
 */
public final class OperatorsMailbox {
  public static final Duration KEPT = Duration.ofDays(90);
  static final int MOST_OCTETS = 256 * 1024;
  static final int MOST_KEPT = 2000;
  static final int MOST_AN_HOUR = 60;
  private static final int MOST_TEXT = 50_000;
  private static final Pattern ADDRESS_SHAPED = Pattern.compile("[^\\s<>@]{1,64}@[^\\s<>@]{1,255}");

  private final Database database;
  private final Sources sources;
  private final Keys keys;

  private OperatorsMailbox(Database database, Sources sources, Keys keys) {
    this.database = database;
    this.sources = sources;
    this.keys = keys;
  }

  public static OperatorsMailbox of(Database database, Sources sources, Keys keys, Jobs jobs) {
    var mailbox = new OperatorsMailbox(database, sources, keys);
    jobs.every("sweep-operator-mail", Duration.ofHours(6), mailbox::sweep);
    return mailbox;
  }

  /** The expected endings of keeping a message. */
  enum Kept {
    DONE,
    TOO_LARGE,
    FULL
  }

  /**
   * A message in the list.
   *
   * @param subject without anything that has the shape of an address: who wrote is told when it is
   *     opened
   */
  public record Row(long id, String mailbox, String subject, Instant receivedAt, boolean opened) {}

  /** A message as whoever wrote it sent it to the operators: believe nothing in it. */
  public record Opened(
      long id, String mailbox, String from, String subject, String text, Instant receivedAt) {
    @Override
    public String toString() {
      return "Opened[" + id + "]";
    }
  }

  Kept keep(String mailbox, byte[] raw) {
    if (raw.length > MOST_OCTETS) {
      return Kept.TOO_LARGE;
    }
    long id = sources.ids().unguessable();
    return database.write(
        tx -> {
          var dao = tx.dao(OperatorMailsDao.class);
          var now = sources.now();
          if (dao.kept() >= MOST_KEPT
              || dao.since(now.minus(Duration.ofHours(1))) >= MOST_AN_HOUR) {
            return Kept.FULL;
          }
          dao.insert(id, mailbox, keys.seal(raw, place(id)), now);
          return Kept.DONE;
        });
  }

  /** The newest first. */
  public Slice<Row> list(Instant before, long beforeId, int limit) {
    var rows =
        database.read(tx -> tx.dao(OperatorMailsDao.class).list(before, beforeId, limit + 1));
    return Slice.of(rows.stream().map(this::row).toList(), limit);
  }

  public int unopened() {
    return database.read(tx -> tx.dao(OperatorMailsDao.class).unopened());
  }

  /** One message, which counts as opened from then on. */
  public Optional<Opened> open(long id) {
    return database.write(
        tx -> {
          var dao = tx.dao(OperatorMailsDao.class);
          var found = dao.find(id);
          dao.opened(id, sources.now());
          return found.map(this::opened);
        });
  }

  /** False when there is none. */
  public boolean delete(long id) {
    return database.write(tx -> tx.dao(OperatorMailsDao.class).delete(id)) == 1;
  }

  /** Forgets what was kept for its time. */
  int sweep() {
    var before = sources.now().minus(KEPT);
    return database.write(tx -> tx.dao(OperatorMailsDao.class).sweep(before));
  }

  private Row row(OperatorMailsDao.Row row) {
    var subject = ADDRESS_SHAPED.matcher(message(row).subject()).replaceAll("(address)");
    return new Row(
        row.id(), row.mailbox(), shortened(subject, 200), row.receivedAt(), row.openedAt() != null);
  }

  private Opened opened(OperatorMailsDao.Row row) {
    var message = message(row);
    return new Opened(
        row.id(),
        row.mailbox(),
        shortened(message.header("From").orElse(""), 500),
        shortened(message.subject(), 500),
        shortened(text(message.root()), MOST_TEXT),
        row.receivedAt());
  }

  private InboundMessage message(OperatorMailsDao.Row row) {
    return switch (MessageReader.read(
        keys.open(row.sealed(), place(row.id())), MimeLimits.DEFAULT)) {
      case MessageRead.Read(var message) -> message;
      case MessageRead.Refused _ ->
          throw new IllegalStateException("a message that was read once is refused now");
    };
  }

  // Plain parts one below the other, enclosed messages too: a complaint quotes what it is about.
  private static String text(Part part) {
    return switch (part) {
      case Leaf leaf -> leaf.mediaType().type().equals("text") ? leaf.text() : "";
      case Multi multi ->
          String.join("\n\n", multi.parts().stream().map(OperatorsMailbox::text).toList());
      case Enclosed enclosed ->
          "----\n" + enclosed.message().subject() + "\n\n" + text(enclosed.message().root());
    };
  }

  private static String shortened(String text, int most) {
    return text.length() > most ? text.substring(0, most) + " …" : text;
  }

  private static String place(long id) {
    return "operator_mails:" + id;
  }
}
