package postern.mail.smtp;

/** Says which mailboxes of the relay domain take mail now. Implemented by an upper room. */
public interface Recipients {
  /**
   * Asked once for each RCPT, from many threads. An exception, or no answer in time, is 451 to the
   * peer.
   *
   * @param mailbox the local part at the relay domain, in lower case and without quotes; made of
   *     letters, digits and {@code . - _ + =} only, since everything else is refused before
   */
  Verdict recipient(SmtpSession session, ReversePath from, String mailbox);
}
