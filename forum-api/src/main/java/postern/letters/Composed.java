package postern.letters;

import java.util.List;
import postern.mail.mime.OutboundMessage;

/** The two endings of composing. */
sealed interface Composed {
  /** To be gated, signed and sent; it holds no To header yet. */
  record Ready(OutboundMessage message, List<LeftOut> leftOut) implements Composed {
    public Ready {
      leftOut = List.copyOf(leftOut);
    }
  }

  record Refused(LetterRefusal why) implements Composed {}
}
