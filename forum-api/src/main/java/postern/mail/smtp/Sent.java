package postern.mail.smtp;

/** What became of an attempt to send one message to one recipient. */
public sealed interface Sent {
  /** From now on the relay host answers for it. */
  record Accepted(PeerAnswer answer) implements Sent {}

  /** 4xx: to be tried again later. */
  record Deferred(PeerAnswer answer) implements Sent {}

  /** 5xx: trying again would not help. */
  record Rejected(PeerAnswer answer) implements Sent {}

  /**
   * There was no answer about this message, so it is to be tried again. When the connection broke
   * after the last byte, the host may have it all the same.
   */
  record Unreachable(Cause cause) implements Sent {}

  enum Cause {
    /** No such host, or nobody listens there. */
    NO_CONNECTION,
    /** The host takes no session of ours now. */
    REFUSED,
    /** No TLS, or a certificate that does not stand for the host. */
    TLS,
    /** The host wants other credentials. */
    CREDENTIALS,
    /** The message or the recipient needs 8BITMIME or SMTPUTF8, and the host does not know it. */
    NOT_OFFERED,
    TIMEOUT,
    /** The connection broke. */
    BROKEN,
    /** The host says what is not SMTP. */
    PROTOCOL,
    /** All connections are in use. */
    BUSY,
    /** This thread was told to stop. */
    INTERRUPTED
  }
}
