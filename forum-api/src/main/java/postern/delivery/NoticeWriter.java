package postern.delivery;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import postern.kernel.Base32;
import postern.kernel.Randomness;
import postern.mail.mime.MessageWriter;
import postern.mail.mime.OutHeader;
import postern.mail.mime.OutPart;
import postern.mail.mime.OutboundMessage;

/** Writes the forum's own mails: plain text, from the forum's own address. */
public final class NoticeWriter {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final String forumName;
  private final String domain;
  private final InstantSource clock;
  private final Randomness randomness;

  public NoticeWriter(String forumName, String domain, InstantSource clock, Randomness randomness) {
    this.forumName = forumName;
    this.domain = domain;
    this.clock = clock;
    this.randomness = randomness;
  }

  OutboundMessage write(Notice notice) {
    return MessageWriter.with(randomness)
        .header(new OutHeader.House("From", forumName, "forum", domain))
        .header(new OutHeader.Text("Subject", notice.subject()))
        .header(
            new OutHeader.Machine(
                "Date", DATE.format(clock.instant().truncatedTo(ChronoUnit.MINUTES))))
        .header(
            new OutHeader.Machine(
                "Message-ID", "<" + Base32.encode(randomness.bytes(15)) + "@" + domain + ">"))
        // RFC 3834 section 5: no autoresponder is to answer this.
        .header(new OutHeader.Machine("Auto-Submitted", "auto-generated"))
        .write(new OutPart.Text("plain", notice.text().strip() + "\n\n-- \n" + forumName + "\n"));
  }
}
