package postern.mail.mime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message that was read. It believes nothing: who is really its author is decided elsewhere.
 * Hides its text.
 */
public final class InboundMessage {
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,500}>");
  private static final int MAX_IDS = 200;

  private final PartHeader header;
  private final Part root;
  private final byte[] raw;

  InboundMessage(PartHeader header, Part root, byte[] raw) {
    this.header = header;
    this.root = root;
    this.raw = raw;
  }

  /** All header fields in the order in which they came, the topmost first. */
  public List<HeaderField> headers() {
    return header.fields();
  }

  public List<HeaderField> headers(String name) {
    return headers().stream().filter(field -> field.is(name)).toList();
  }

  /** The first field of that name, decoded. */
  public Optional<String> header(String name) {
    return headers().stream()
        .filter(field -> field.is(name))
        .findFirst()
        .map(HeaderField::decoded)
        .map(String::strip);
  }

  /** The bytes as they came. */
  public byte[] raw() {
    return raw;
  }

  public Part root() {
    return root;
  }

  /** Every readable mailbox of every From field. */
  public List<Mailbox> from() {
    return mailboxes("From");
  }

  /**
   * The author, where there is exactly one From field and exactly one mailbox in it (RFC 7489
   * section 6.6.1).
   */
  public Optional<Mailbox> author() {
    var fields = headers("From");
    if (fields.size() != 1) {
      return Optional.empty();
    }
    var list = AddressList.parse(fields.getFirst().raw());
    return list.entries() == 1 ? list.mailboxes().stream().findFirst() : Optional.empty();
  }

  public List<Mailbox> to() {
    return mailboxes("To");
  }

  public List<Mailbox> cc() {
    return mailboxes("Cc");
  }

  /** The readable mailboxes of every field of that name. */
  public List<Mailbox> mailboxes(String name) {
    var found = new ArrayList<Mailbox>();
    headers(name).forEach(field -> found.addAll(AddressList.parse(field.raw()).mailboxes()));
    return List.copyOf(found);
  }

  /** Decoded; empty text when there is none. */
  public String subject() {
    return header("Subject").orElse("");
  }

  /** What the sender's clock said, in many spellings; empty when nothing can be made of it. */
  public Optional<Instant> date() {
    return headers("Date").stream().findFirst().flatMap(field -> MailDate.parse(field.raw()));
  }

  /** When the first host on its way took it, by that host's clock; the sender could invent it. */
  public Optional<Instant> firstReceived() {
    return headers("Received").reversed().stream()
        .map(HeaderField::raw)
        // RFC 5321 section 4.4: the date stands behind the last semicolon.
        .map(stamp -> stamp.substring(stamp.lastIndexOf(';') + 1))
        .flatMap(stamp -> MailDate.parse(stamp).stream())
        .findFirst();
  }

  /** With its angle brackets. */
  public Optional<String> messageId() {
    return ids("Message-ID").stream().findFirst();
  }

  public List<String> inReplyTo() {
    return ids("In-Reply-To");
  }

  /** The oldest first, at most 200. */
  public List<String> references() {
    return ids("References");
  }

  /**
   * The keyword of RFC 3834 section 5, in lower case: {@code no}, {@code auto-replied}, {@code
   * auto-generated}.
   */
  public Optional<String> autoSubmitted() {
    return header("Auto-Submitted")
        .map(value -> value.toLowerCase(Locale.ROOT).replaceAll("[;( ].*", ""));
  }

  /**
   * True when a program answered: an answer to it, or a notice of it, could go back and forth for
   * ever.
   */
  public boolean isAutomatic() {
    return autoSubmitted().filter(keyword -> !keyword.equals("no")).isPresent()
        || header("X-Autoreply").isPresent()
        || header("X-Autorespond").isPresent()
        || header("Precedence").filter(value -> value.equalsIgnoreCase("auto_reply")).isPresent();
  }

  /**
   * True for a report about another message: of delivery, of reading, of abuse (RFC 6522, RFC 8098,
   * RFC 5965).
   */
  public boolean isReport() {
    return root.mediaType().is("multipart/report");
  }

  private List<String> ids(String name) {
    var found = new ArrayList<String>();
    for (var field : headers(name)) {
      var matcher = MESSAGE_ID.matcher(field.raw());
      while (matcher.find() && found.size() < MAX_IDS) {
        found.add(matcher.group());
      }
    }
    return List.copyOf(found);
  }

  @Override
  public String toString() {
    return "InboundMessage[hidden]";
  }
}
