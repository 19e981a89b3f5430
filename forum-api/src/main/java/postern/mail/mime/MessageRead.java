package postern.mail.mime;

/**
 * The two endings of reading: a message, or the limit that it broke. Malformed input is read as far
 * as it goes.
 */
public sealed interface MessageRead {
  record Read(InboundMessage message) implements MessageRead {}

  record Refused(Limit which) implements MessageRead {}
}
