package postern.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import postern.letters.HtmlText;
import postern.mail.mime.BodySplit;
import postern.mail.mime.BodySplit.Segment;
import postern.mail.mime.Enclosed;
import postern.mail.mime.InboundMessage;
import postern.mail.mime.Leaf;
import postern.mail.mime.Multi;
import postern.mail.mime.Part;
import postern.threads.MailBody;

/**
 * What a message says, as the parts of a post: plain text where there is one, otherwise its page as
 * text; quotations and signatures apart; a line for each file, which is not kept.
 */
final class Bodies {
  private static final int LONGEST_FILE_NAME = 120;
  // They prove something about bytes that we do not show.
  private static final Set<String> SIGNATURES =
      Set.of("pgp-signature", "pkcs7-signature", "x-pkcs7-signature", "pgp-keys");

  private final AddressMarks marks;
  private final List<MailBody.Part> forwarded = new ArrayList<>();
  private final List<String> files = new ArrayList<>();

  private Bodies(AddressMarks marks) {
    this.marks = marks;
  }

  static MailBody of(InboundMessage message, AddressMarks marks) {
    var bodies = new Bodies(marks);
    var text = bodies.text(message.root());
    var parts = bodies.split(text);
    parts.addAll(bodies.forwarded);
    if (!bodies.files.isEmpty()) {
      parts.add(new MailBody.Words(String.join("\n", bodies.files)));
    }
    return new MailBody(parts.isEmpty() ? List.of(new MailBody.Words("(no text)")) : parts);
  }

  private String text(Part part) {
    return switch (part) {
      case Leaf leaf -> text(leaf);
      case Multi multi -> text(multi);
      case Enclosed enclosed -> {
        forwarded.add(forwarded(enclosed.message()));
        yield "";
      }
    };
  }

  private String text(Leaf leaf) {
    var type = leaf.mediaType();
    if (!leaf.isInlineText()) {
      note(leaf);
      return "";
    }
    if (type.is("text/html")) {
      return HtmlText.of(leaf.text());
    }
    boolean flowed = type.parameter("format").filter("flowed"::equalsIgnoreCase).isPresent();
    boolean delSp = type.parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent();
    return flowed ? Flowed.joined(leaf.text(), delSp) : leaf.text();
  }

  private String text(Multi multi) {
    return switch (multi.mediaType().subtype()) {
      case "alternative" -> alternative(multi.parts());
      case "related" -> multi.parts().isEmpty() ? "" : text(multi.parts().getFirst());
      default ->
          multi.parts().stream()
              .map(this::text)
              .filter(text -> !text.isBlank())
              .map(String::stripTrailing)
              .collect(Collectors.joining("\n\n"));
    };
  }

  // RFC 2046 section 5.1.4 puts the richest last; a forum wants the plainest that says anything.
  private String alternative(List<Part> parts) {
    for (var part : parts) {
      if (part instanceof Leaf leaf && leaf.mediaType().is("text/plain")) {
        var text = text(leaf);
        if (!text.isBlank()) {
          return text;
        }
      }
    }
    for (var part : parts.reversed()) {
      boolean readable = part instanceof Multi || part instanceof Leaf leaf && leaf.isInlineText();
      var text = readable ? text(part) : "";
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  private MailBody.Part forwarded(InboundMessage message) {
    var subject = message.subject().isBlank() ? "" : "Subject: " + message.subject() + "\n\n";
    return new MailBody.Quoted(
        marks.hide("Forwarded message\n" + subject + text(message.root()).strip()));
  }

  private void note(Leaf leaf) {
    var type = leaf.mediaType();
    if (SIGNATURES.contains(type.subtype())) {
      return;
    }
    var name = leaf.fileName().map(marks::hide).map(Bodies::oneLine).orElse(type.subtype());
    files.add("[Attached, and not kept here: " + name + ", " + size(leaf.bytes().length) + "]");
  }

  private static String oneLine(String name) {
    var line = name.replaceAll("[\\p{Cc}\\s]+", " ").strip();
    return line.length() <= LONGEST_FILE_NAME
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_FILE_NAME)))
            + "…";
  }

  private static String size(int bytes) {
    return bytes < 10_240 ? bytes + " bytes" : bytes / 1024 + " KB";
  }

  private List<MailBody.Part> split(String text) {
    var parts = new ArrayList<MailBody.Part>();
    for (var segment : BodySplit.of(text).segments()) {
      if (!segment.text().isBlank()) {
        parts.add(part(segment));
      }
    }
    return parts;
  }

  // Marked only now: an attribution is known by the address in it.
  private MailBody.Part part(Segment segment) {
    var text = marks.hide(segment.text());
    return switch (segment.kind()) {
      case WORDS -> new MailBody.Words(withoutBlankEnds(text));
      case QUOTATION ->
          new MailBody.Quoted(
              withoutBlankEnds(
                  text.lines().map(Bodies::unquoted).collect(Collectors.joining("\n"))));
      case SIGNATURE -> new MailBody.Signature(withoutBlankEnds(text).replaceFirst("^-- ?\n", ""));
    };
  }

  private static String withoutBlankEnds(String text) {
    return text.replaceFirst("^(?:[ \t]*\n)+", "").stripTrailing();
  }

  private static String unquoted(String line) {
    if (!line.startsWith(">")) {
      return line;
    }
    return line.startsWith("> ") ? line.substring(2) : line.substring(1);
  }
}
