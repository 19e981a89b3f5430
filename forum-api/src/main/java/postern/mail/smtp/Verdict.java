package postern.mail.smtp;

/** What an upper room says to one recipient. */
public sealed interface Verdict {
  record Accept() implements Verdict {}

  /** Refused with a 4xx or 5xx reply. */
  record Refuse(Reply reply) implements Verdict {
    public Refuse {
      if (reply.positive()) {
        throw new IllegalArgumentException("a refusal is not positive");
      }
    }
  }
}
