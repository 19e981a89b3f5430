package postern.mail.smtp;

/** SMTP answers a message once, LMTP (RFC 2033) once for each recipient. */
public enum SmtpProtocol {
  SMTP,
  LMTP
}
