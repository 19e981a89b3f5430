package postern.web.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import postern.http.Origin;
import postern.kernel.Base32;
import postern.kernel.Randomness;
import postern.mail.mime.InboundMessage;
import postern.mail.mime.Leaf;
import postern.mail.mime.MessageRead;
import postern.mail.mime.MessageReader;
import postern.mail.mime.MimeLimits;
import postern.mail.mime.Multi;
import postern.mail.mime.Part;
import postern.threads.SafeHtml;

/** One of our own mails as a mailbox would show it. */
final class ShownMail {
  private static final Pattern ADDRESS = Pattern.compile("<([^<>\\s]+)@[^<>\\s]+>");

  private final InboundMessage message;

  private ShownMail(InboundMessage message) {
    this.message = message;
  }

  static ShownMail of(byte[] raw) {
    return switch (MessageReader.read(raw, MimeLimits.DEFAULT)) {
      case MessageRead.Read(var message) -> new ShownMail(message);
      case MessageRead.Refused _ ->
          throw new IllegalStateException("a mail of our own is over our own limits");
    };
  }

  String from() {
    return message.header("From").orElse("");
  }

  String subject() {
    return message.subject();
  }

  String date() {
    return message.header("Date").orElse("");
  }

  /** True for what a member wrote, so that it can be answered. */
  boolean isLetter() {
    return message.header("List-Id").isPresent();
  }

  /** The mailbox that an answer goes to. */
  String mailbox() {
    var matcher = ADDRESS.matcher(from());
    return matcher.find() ? matcher.group(1) : "";
  }

  /** The text, with its links to this site as links. */
  SafeHtml body(Origin origin) {
    return SafeHtml.escapedWithOwnLinks(plain(message.root()), origin.toString());
  }

  byte[] answer(String as, String text, Randomness randomness) {
    var id = Base32.encode(randomness.bytes(12)) + "@mailbox.localhost";
    var subject = subject().replaceAll("[^ -~]", "?");
    var quoted = plain(message.root()).replaceAll("(?m)^", "> ");
    var raw =
        """
        From: <%s>
        To: %s
        Subject: %s
        Message-ID: <%s>
        In-Reply-To: %s
        References: %s
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        %s

        You wrote:
        %s
        """
            .formatted(
                as,
                ADDRESS.matcher(from()).results().findFirst().map(m -> m.group()).orElse(""),
                subject.startsWith("Re:") ? subject : "Re: " + subject,
                id,
                message.messageId().orElse(""),
                message.messageId().orElse(""),
                text,
                quoted);
    return raw.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String plain(Part part) {
    return switch (part) {
      case Leaf leaf -> leaf.text();
      case Multi multi -> multi.parts().stream().findFirst().map(ShownMail::plain).orElse("");
      case postern.mail.mime.Enclosed _ -> "";
    };
  }

  @Override
  public String toString() {
    return "ShownMail[hidden]";
  }
}
