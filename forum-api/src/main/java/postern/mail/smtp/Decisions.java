package postern.mail.smtp;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the upper room, and turns its failures and delays into "try again later", so that no message
 * is lost.
 */
final class Decisions {
  private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

  private final Recipients recipients;
  private final Deliveries deliveries;
  private final Duration limit;

  Decisions(Recipients recipients, Deliveries deliveries, Duration limit) {
    this.recipients = recipients;
    this.deliveries = deliveries;
    this.limit = limit;
  }

  Reply recipient(SmtpSession session, ReversePath from, String mailbox) {
    return ask(
        "recipient",
        () ->
            switch (recipients.recipient(session, from, mailbox)) {
              case Verdict.Accept _ -> Answers.RECIPIENT_OK;
              case Verdict.Refuse(var reply) -> reply;
            });
  }

  Reply deliver(Envelope envelope, Content message) {
    return ask("delivery", () -> deliveries.deliver(envelope, message));
  }

  private Reply ask(String what, Callable<Reply> question) {
    var task = new FutureTask<>(question);
    Thread.ofVirtual().name("smtp-" + what).start(task);
    try {
      var reply = task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (reply != null && reply.decides()) {
        return reply;
      }
      LOG.error("mail decision failed what={} reason=NO_DECISION", what);
    } catch (TimeoutException late) {
      task.cancel(true);
      LOG.error("mail decision failed what={} reason=LATE", what);
    } catch (ExecutionException failed) {
      LOG.error("mail decision failed what={} reason=EXCEPTION", what, nameless(failed.getCause()));
    } catch (InterruptedException stopped) {
      task.cancel(true);
      Thread.currentThread().interrupt();
    }
    return Reply.tryLater();
  }

  /**
   * The type and the place of a failure. Messages of exceptions can quote what was stored or sent.
   */
  private static Throwable nameless(Throwable failure) {
    var nameless = new Throwable(failure.getClass().getName());
    nameless.setStackTrace(failure.getStackTrace());
    return nameless;
  }
}
