package postern.letters;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import postern.delivery.Allowance;
import postern.kernel.EmailAddress;
import postern.kernel.Randomness;
import postern.mail.mime.InboundMessage;
import postern.mail.mime.MessageWriter;
import postern.mail.mime.OutHeader;
import postern.mail.mime.OutPart;

/**
 * Writes a new message for the reader from what is allowed in: nothing that came is edited, so
 * nothing unknown can slip through. Pure but for the randomness of boundaries and Content-IDs. The
 * gate in {@code delivery} then looks at the result with other eyes.
 */
final class Composer {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final Pattern REPLY =
      Pattern.compile("\\s*\\p{L}{1,12}(?:\\[\\d+\\])?\\s?[:：].*", Pattern.DOTALL);
  private static final int MAX_SUBJECT = 300;

  private final Randomness randomness;

  Composer(Randomness randomness) {
    this.randomness = randomness;
  }

  Composed compose(ComposeRequest request) {
    return switch (request.source()) {
      case ComposeRequest.Source.Mailed(var message) -> ofMail(request, message);
      case ComposeRequest.Source.Written(var subject, var text) -> {
        var scrub = scrub(request, request.secrets().addresses());
        var letter = LetterText.ofSite(text, scrub);
        yield letter.isEmpty() && subject.isBlank()
            ? new Composed.Refused(LetterRefusal.EMPTY)
            : write(
                request,
                new Draft(
                    subject(subject, false, scrub),
                    letter,
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty()),
                scrub);
      }
    };
  }

  private record Draft(
      String subject,
      LetterText text,
      List<OutPart> pictures,
      List<OutPart> attached,
      List<LeftOut> leftOut,
      Optional<String> autoSubmitted) {}

  private Composed ofMail(ComposeRequest request, InboundMessage message) {
    var parts = LetterParts.of(message.root());
    var refusal = refusal(request, message, parts);
    if (refusal.isPresent()) {
      return new Composed.Refused(refusal.get());
    }
    var scrub = scrub(request, request.secrets().addresses());
    var files =
        new LetterFiles(
            parts, scrub(request, hiddenInFiles(request.secrets())), request, randomness);
    var text = LetterText.ofMail(parts, message.isReport(), scrub, files);
    var attached = files.attached();
    var leftOut = new ArrayList<>(files.leftOut());
    if (text.hadRemotePictures()) {
      leftOut.add(LeftOut.REMOTE_PICTURES);
    }
    boolean reply = !message.inReplyTo().isEmpty() || !message.references().isEmpty();
    var subject = subject(message.subject(), reply, scrub);
    if (text.isEmpty()
        && message.subject().isBlank()
        && attached.isEmpty()
        && files.pictures().isEmpty()
        && leftOut.isEmpty()) {
      return new Composed.Refused(LetterRefusal.EMPTY);
    }
    var automatic = isAutomatic(message) ? Optional.of("auto-replied") : Optional.<String>empty();
    return write(
        request,
        new Draft(
            subject,
            text,
            files.pictures(),
            attached,
            leftOut.stream().distinct().toList(),
            automatic),
        scrub);
  }

  private static Optional<LetterRefusal> refusal(
      ComposeRequest request, InboundMessage message, LetterParts parts) {
    if (message.author().isEmpty()) {
      return Optional.of(LetterRefusal.SENDER_UNCLEAR);
    }
    if (isAutomatic(message) && !request.rules().automaticAnswersPass()) {
      return Optional.of(LetterRefusal.AUTOMATIC_ANSWER);
    }
    return parts.isLocked() && request.secrets().shared().isEmpty()
        ? Optional.of(LetterRefusal.SIGNED_OR_ENCRYPTED)
        : Optional.empty();
  }

  private static boolean isAutomatic(InboundMessage message) {
    return message.isAutomatic() || message.isReport();
  }

  private Composed write(ComposeRequest request, Draft draft, Scrub scrub) {
    var writer = MessageWriter.with(randomness);
    headers(request, draft, scrub).forEach(writer::header);
    return new Composed.Ready(
        writer.write(body(request, draft)),
        draft.leftOut(),
        draft.subject(),
        draft.text().words(draft.leftOut()));
  }

  // The whole of the header table in mail.md: what is not written here is not in the message.
  private static List<OutHeader> headers(ComposeRequest request, Draft draft, Scrub scrub) {
    var sender = request.sender();
    var threading = request.threading();
    var footer = request.footer();
    var headers = new ArrayList<OutHeader>();
    headers.add(new OutHeader.Masked("From", DisplayName.of(sender, scrub), sender.from()));
    headers.add(new OutHeader.Text("Subject", draft.subject()));
    // The sender's clock and offset tell a place.
    headers.add(
        new OutHeader.Machine(
            "Date", DATE.format(threading.acceptedAt().truncatedTo(ChronoUnit.MINUTES))));
    headers.add(new OutHeader.Machine("Message-ID", threading.messageId()));
    threading.inReplyTo().ifPresent(id -> headers.add(new OutHeader.Machine("In-Reply-To", id)));
    if (!threading.references().isEmpty()) {
      headers.add(new OutHeader.Machine("References", String.join(" ", threading.references())));
    }
    headers.add(new OutHeader.Machine("List-Id", "<letters." + sender.from().domain() + ">"));
    headers.add(
        new OutHeader.Machine(
            "List-Unsubscribe",
            "<"
                + footer.end()
                + ">, <mailto:"
                + footer.endByMail()
                + "@"
                + sender.from().domain()
                + ">"));
    headers.add(new OutHeader.Machine("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    draft
        .autoSubmitted()
        .ifPresent(keyword -> headers.add(new OutHeader.Machine("Auto-Submitted", keyword)));
    return headers;
  }

  private static OutPart body(ComposeRequest request, Draft draft) {
    var fixed = request.footer().fixedLine();
    var elected =
        request
            .secrets()
            .shared()
            .map(shared -> Scrub.electedLine(Allowance.ELECTED_LABEL, shared));
    var plain = new OutPart.Text("plain", draft.text().plain(draft.leftOut(), fixed, elected));
    var text =
        draft
            .text()
            .html(draft.leftOut(), fixed, elected)
            .map(
                html ->
                    OutPart.alternative(
                        plain, withPictures(new OutPart.Text("html", html), draft.pictures())))
            .orElse(plain);
    if (draft.attached().isEmpty()) {
      return text;
    }
    var all = new ArrayList<OutPart>();
    all.add(text);
    all.addAll(draft.attached());
    return OutPart.mixed(all);
  }

  private static OutPart withPictures(OutPart html, List<OutPart> pictures) {
    if (pictures.isEmpty()) {
      return html;
    }
    var all = new ArrayList<OutPart>();
    all.add(html);
    all.addAll(pictures);
    return OutPart.related(all);
  }

  // The subject of a reply is a quotation: a guess put into a subject would come back marked only
  // when it was right.
  private static String subject(String came, boolean reply, Scrub scrub) {
    var subject = came.replaceAll("\\p{Cc}", " ").strip();
    var scrubbed =
        reply || REPLY.matcher(subject).matches() ? scrub.quotation(subject) : scrub.words(subject);
    int length = scrubbed.codePointCount(0, scrubbed.length());
    return length <= MAX_SUBJECT
        ? scrubbed
        : scrubbed.substring(0, scrubbed.offsetByCodePoints(0, MAX_SUBJECT)) + "…";
  }

  private static Scrub scrub(ComposeRequest request, List<EmailAddress> hidden) {
    return Scrub.of(
        hidden,
        request.secrets().listed(),
        request.sender().from(),
        request.footer().origin().toString());
  }

  private static List<EmailAddress> hiddenInFiles(ComposeRequest.Secrets secrets) {
    return secrets.addresses().stream()
        .filter(address -> !secrets.shared().equals(Optional.of(address)))
        .toList();
  }
}
