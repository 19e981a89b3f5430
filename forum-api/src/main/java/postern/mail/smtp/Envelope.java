package postern.mail.smtp;

/**
 * What the peer said around a message, for one recipient.
 *
 * @param mailbox the recipient's local part at the relay domain, in lower case
 * @param smtpUtf8 true when the peer declared SMTPUTF8 (RFC 6531), so that headers may hold UTF-8
 */
public record Envelope(SmtpSession session, ReversePath from, String mailbox, boolean smtpUtf8) {}
