package postern.mail.smtp;

/** Takes finished messages over. Implemented by an upper room. */
public interface Deliveries {
  /**
   * Keeps the message, or refuses it, for exactly one recipient; over LMTP a message for three is
   * delivered thrice. Returns a positive reply only after the message is committed: from then on
   * the sender forgets it. An exception, or no answer in time (the thread is then interrupted), is
   * 451 to the peer, who tries again: a message that was kept although the answer was lost must be
   * recognised.
   *
   * @param message may be read until this returns, as often as needed
   */
  Reply deliver(Envelope envelope, Content message);
}
