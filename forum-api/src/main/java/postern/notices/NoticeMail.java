package postern.notices;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import postern.delivery.Parcel;
import postern.kernel.AddressId;
import postern.kernel.Base32;
import postern.kernel.MemberId;
import postern.mail.mime.MessageWriter;
import postern.mail.mime.OutHeader;
import postern.mail.mime.OutPart;
import postern.mail.mime.OutboundMessage;
import postern.storage.Tx;

/**
 * Writes one mail of notices: plain text, from the house. Its subject and headers hold no member's
 * words but names; what members wrote stands on lines of its own, which the gate is told.
 */
final class NoticeMail {
  /** From is refused with a sentence until answers by mail are taken, so none gets lost. */
  static final String LOCAL_PART = "notices";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Room room;
  private final EndTokens endTokens;

  NoticeMail(Room room) {
    this.room = room;
    this.endTokens = new EndTokens(room.means().keys());
  }

  /** Whether titles and first words of posts stand in it. */
  enum Words {
    QUOTED,
    NONE
  }

  void send(
      Tx tx,
      AddressId to,
      MemberId reader,
      Map<NoticeKind, List<NoticeView>> byKind,
      String reference,
      Words words) {
    var kinds = EnumSet.copyOf(byKind.keySet());
    var views =
        byKind.values().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparing(NoticeView::at).thenComparing(NoticeMail::place))
            .toList();
    var text = new NoticeText(room, reader, endTokens, words).of(views, kinds);
    room.house()
        .courier()
        .send(
            tx,
            new Parcel(
                "notices",
                to,
                message(subject(views), text.text(), end(reader, kinds)),
                text.about(),
                Optional.empty(),
                false,
                Optional.of(reference),
                text.passages()));
  }

  private static long place(NoticeView view) {
    return view.post().map(placed -> placed.post().id().value()).orElse(0L);
  }

  private OutboundMessage message(String subject, String text, String endToken) {
    var randomness = room.sources().randomness();
    var domain = room.house().domain();
    var end =
        "<%s>, <mailto:unsubscribe.%s@%s>"
            .formatted(room.house().origin().url("/notices/end/" + endToken), endToken, domain);
    return MessageWriter.with(randomness)
        .header(new OutHeader.House("From", room.house().forumName(), LOCAL_PART, domain))
        .header(new OutHeader.Text("Subject", subject))
        .header(
            new OutHeader.Machine(
                "Date", DATE.format(room.sources().now().truncatedTo(ChronoUnit.MINUTES))))
        .header(
            new OutHeader.Machine(
                "Message-ID", "<" + Base32.encode(randomness.bytes(15)) + "@" + domain + ">"))
        .header(new OutHeader.Machine("List-Id", "<notices." + domain + ">"))
        .header(new OutHeader.Machine("List-Unsubscribe", end))
        // RFC 8058 section 3.1
        .header(new OutHeader.Machine("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
        // RFC 3834 section 5: no autoresponder is to answer this.
        .header(new OutHeader.Machine("Auto-Submitted", "auto-generated"))
        .write(new OutPart.Text("plain", text));
  }

  private String end(MemberId reader, Set<NoticeKind> kinds) {
    return endTokens.of(reader, new Ends.Mails(kinds));
  }

  private String subject(List<NoticeView> views) {
    var forum = room.house().forumName();
    if (views.size() > 1) {
      var authors =
          views.stream()
              .flatMap(view -> view.by().stream())
              .map(by -> by.username())
              .distinct()
              .limit(4)
              .toList();
      var names =
          authors.size() < 4 && !authors.isEmpty()
              ? authors.stream().map(Object::toString).collect(Collectors.joining(", ")) + ": "
              : "";
      return "%s%d notices from %s".formatted(names, views.size(), forum);
    }
    return NoticeText.what(views.getFirst()) + " at " + forum;
  }
}
