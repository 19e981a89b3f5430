package postern.letters;

import java.util.List;
import postern.mail.mime.OutboundMessage;

/** The two endings of composing. */
sealed interface Composed {
  /**
   * To be gated, signed and sent; it holds no To header yet.
   *
   * @param subject as it will be read
   * @param text as it will be read in plain text, without what stands under it
   */
  record Ready(OutboundMessage message, List<LeftOut> leftOut, String subject, String text)
      implements Composed {
    public Ready {
      leftOut = List.copyOf(leftOut);
    }

    @Override
    public String toString() {
      return "Ready[hidden]";
    }
  }

  record Refused(LetterRefusal why) implements Composed {}
}
