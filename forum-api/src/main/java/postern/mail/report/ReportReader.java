package postern.mail.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import postern.mail.mime.Enclosed;
import postern.mail.mime.InboundMessage;
import postern.mail.mime.Leaf;
import postern.mail.mime.Multi;
import postern.mail.mime.Part;

/**
 * Reads reports in the shapes that real hosts send: multipart/report by RFC 3464 and RFC 5965
 * wherever its parts stand, and the plain texts of qmail (QSBMF) and of old Exim.
 */
public final class ReportReader {
  private static final int MOST_TEXT = 100_000;
  private static final Pattern SMTP_CODE =
      Pattern.compile("(?<![\\d.])(55[013])[ -](?!\\d)", Pattern.MULTILINE);
  private static final Pattern BELOW =
      Pattern.compile("(?m)^--[ -]*(?:Below this line|This is a copy of)");
  private static final Pattern ANGLED = Pattern.compile("[^\\s<>\"@]{1,64}@[^\\s<>\",;@]{1,255}");

  private ReportReader() {}

  public static MailReport read(InboundMessage message) {
    var leaves = new ArrayList<Leaf>();
    var enclosed = new ArrayList<InboundMessage>();
    gather(message.root(), leaves, enclosed);
    var complaint = of(leaves, "feedback-report").findFirst();
    if (complaint.isPresent()) {
      return complaint(complaint.get(), leaves, enclosed);
    }
    var delivery = of(leaves, "delivery-status").toList();
    if (!delivery.isEmpty()) {
      return delivery.stream()
          .flatMap(text -> ReportFields.groups(text).stream())
          .flatMap(group -> delivery(group).stream())
          .findFirst()
          .orElseGet(MailReport.NothingNew::new);
    }
    return plain(message, leaves);
  }

  // Only a message's own parts: what an enclosed one reports is about something else.
  private static void gather(Part part, List<Leaf> leaves, List<InboundMessage> enclosed) {
    switch (part) {
      case Multi multi -> multi.parts().forEach(child -> gather(child, leaves, enclosed));
      case Enclosed message -> enclosed.add(message.message());
      case Leaf leaf -> leaves.add(leaf);
    }
  }

  // "message/global-delivery-status" too (RFC 6533).
  private static Stream<String> of(List<Leaf> leaves, String kind) {
    return leaves.stream()
        .filter(leaf -> leaf.mediaType().type().equals("message"))
        .filter(leaf -> leaf.mediaType().subtype().endsWith(kind))
        .map(ReportReader::text);
  }

  private static String text(Leaf leaf) {
    var bytes = leaf.bytes();
    return new String(bytes, 0, Math.min(bytes.length, MOST_TEXT), StandardCharsets.UTF_8)
        .replace("\r\n", "\n");
  }

  // RFC 3464 section 2.3.
  private static Optional<MailReport> delivery(Map<String, String> group) {
    var action = group.getOrDefault("action", "").toLowerCase(Locale.ROOT);
    var status = Status.in(group.getOrDefault("status", ""));
    boolean failed =
        action.startsWith("fail")
            || action.isEmpty() && status.filter(code -> code.category() == 5).isPresent();
    return failed
        ? Optional.of(failed(status, group.getOrDefault("diagnostic-code", "")))
        : Optional.empty();
  }

  // Exim says 5.0.0 of everything, and the truth in the diagnostic.
  private static MailReport failed(Optional<Status> status, String words) {
    var told = status.filter(code -> !code.bare()).or(() -> Status.in(words));
    boolean gone = told.map(Status::noSuchMailbox).orElseGet(() -> SMTP_CODE.matcher(words).find());
    return gone ? new MailReport.NoSuchMailbox() : new MailReport.NotDelivered();
  }

  private static MailReport plain(InboundMessage message, List<Leaf> leaves) {
    var text =
        leaves.stream()
            .filter(leaf -> leaf.mediaType().is("text/plain"))
            .findFirst()
            .map(ReportReader::text)
            .orElse("")
            .strip();
    boolean qmail =
        text.startsWith("Hi. This is the ") && text.contains("wasn't able to deliver your message");
    if (!qmail && message.header("X-Failed-Recipients").isEmpty()) {
      return new MailReport.NothingNew();
    }
    // Below that line stands what we wrote ourselves.
    return failed(Optional.empty(), BELOW.split(text, 2)[0]);
  }

  // RFC 5965 section 3.2: only some of its kinds say that the reader minds.
  private static MailReport complaint(
      String report, List<Leaf> leaves, List<InboundMessage> enclosed) {
    var fields = ReportFields.groups(report);
    var kind =
        fields.stream()
            .map(group -> group.getOrDefault("feedback-type", ""))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("")
            .toLowerCase(Locale.ROOT);
    return switch (kind) {
      case "abuse", "fraud", "opt-out", "opt-out-list", "other" ->
          new MailReport.Complaint(returnPaths(fields, leaves, enclosed));
      default -> new MailReport.NothingNew();
    };
  }

  private static List<String> returnPaths(
      List<Map<String, String>> fields, List<Leaf> leaves, List<InboundMessage> enclosed) {
    var places = new ArrayList<String>();
    fields.forEach(group -> places.add(group.getOrDefault("original-mail-from", "")));
    enclosed.forEach(message -> places.add(message.header("Return-Path").orElse("")));
    leaves.stream()
        .filter(leaf -> leaf.mediaType().is("text/rfc822-headers"))
        .flatMap(leaf -> ReportFields.groups(text(leaf)).stream())
        .forEach(group -> places.add(group.getOrDefault("return-path", "")));
    return places.stream()
        .flatMap(place -> ANGLED.matcher(place).results())
        .map(found -> found.group().toLowerCase(Locale.ROOT))
        .distinct()
        .limit(10)
        .toList();
  }
}
