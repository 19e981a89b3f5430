/**
 * The protocol by which mail comes in and goes out: a receiving server for SMTP (RFC 5321) and LMTP
 * (RFC 2033), and a client that hands finished messages to the relay host.
 *
 * <p>It knows no forum: it asks {@link postern.mail.smtp.Recipients} and {@link
 * postern.mail.smtp.Deliveries} what to answer, and it never prints or logs an address, a host or
 * what a peer said.
 *
 * <p>Keeps clause 6 of the privacy policy on the wire: only {@link postern.mail.smtp.SmtpClient}
 * makes a recipient's address text, in its RCPT command.
 */
package postern.mail.smtp;
