package postern.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import postern.mail.mime.Enclosed;
import postern.mail.mime.InboundMessage;
import postern.mail.mime.Leaf;
import postern.mail.mime.Multi;
import postern.mail.mime.Part;

/** Reads what a delivery report says (RFC 3464), and nothing of whom it names. */
final class Reports {
  private Reports() {}

  static boolean saysFailedForGood(InboundMessage message) {
    return saysFailedForGood(message.root());
  }

  private static boolean saysFailedForGood(Part part) {
    return switch (part) {
      case Multi multi -> multi.parts().stream().anyMatch(Reports::saysFailedForGood);
      case Enclosed _ -> false;
      case Leaf leaf -> {
        var text = new String(leaf.bytes(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        yield leaf.mediaType().toString().contains("delivery-status")
            && text.contains("action: failed")
            && text.contains("status: 5.");
      }
    };
  }
}
