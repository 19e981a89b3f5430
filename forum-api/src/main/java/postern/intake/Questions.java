package postern.intake;

import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import postern.kernel.EmailAddress;
import postern.kernel.Failure;
import postern.letters.HeldLetters;
import postern.letters.Letters;
import postern.letters.MailedLetters.Mailbox;
import postern.mail.mime.InboundMessage;

/**
 * Has members asked whether a letter was theirs, behind the refusal that everybody gets: neither
 * its words nor its time tell whether the address is a member's. Nothing is promised by it, so it
 * is left out when there is much to do.
 */
final class Questions {
  private static final Logger LOG = LoggerFactory.getLogger(Questions.class);
  private static final int AT_ONCE = 4;

  private final Letters letters;
  private final Semaphore places = new Semaphore(AT_ONCE);

  Questions(Letters letters) {
    this.letters = letters;
  }

  void ask(EmailAddress from, String mailbox, InboundMessage message) {
    if (Inbound.of(mailbox) instanceof Inbound.Letter(var box)
        && message.raw().length <= HeldLetters.MAX_OCTETS
        && places.tryAcquire()) {
      Thread.ofVirtual().name("was-this-you").start(() -> hold(from, box, message));
    }
  }

  private void hold(EmailAddress from, Mailbox box, InboundMessage message) {
    try {
      letters.held().hold(from, box, message);
    } catch (RuntimeException failure) {
      LOG.warn("question dropped {}", Failure.trace(failure));
    } finally {
      places.release();
    }
  }
}
