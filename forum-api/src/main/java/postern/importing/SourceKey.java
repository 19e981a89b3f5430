package postern.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import postern.mail.mime.InboundMessage;

/** What a message is called, and the hash that its post remembers of it. */
final class SourceKey {
  private SourceKey() {}

  /** Its Message-ID; without one, a name made from what stays the same in every copy. */
  static String id(InboundMessage message) {
    return message.messageId().orElseGet(() -> "<" + fingerprint(message) + ">");
  }

  static byte[] of(String id) {
    return sha256(id);
  }

  private static String fingerprint(InboundMessage message) {
    var same =
        Stream.of("From", "Date", "Subject", "To")
            .flatMap(name -> message.headers(name).stream())
            .map(field -> field.raw().strip())
            .collect(Collectors.joining("\n"));
    return "none." + HexFormat.of().formatHex(sha256(same));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
