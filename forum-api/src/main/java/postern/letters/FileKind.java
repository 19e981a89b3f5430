package postern.letters;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import postern.mail.mime.Leaf;

/**
 * Which files carry addresses by their nature, told by type, by ending and by their first bytes.
 */
final class FileKind {
  private static final Map<String, LeftOut> TYPES =
      Map.ofEntries(
          Map.entry("text/vcard", LeftOut.CONTACT_CARD),
          Map.entry("text/x-vcard", LeftOut.CONTACT_CARD),
          Map.entry("text/directory", LeftOut.CONTACT_CARD),
          Map.entry("application/vcard+xml", LeftOut.CONTACT_CARD),
          Map.entry("application/vcard+json", LeftOut.CONTACT_CARD),
          Map.entry("text/calendar", LeftOut.CALENDAR),
          Map.entry("text/x-vcalendar", LeftOut.CALENDAR),
          Map.entry("application/ics", LeftOut.CALENDAR),
          Map.entry("application/calendar+xml", LeftOut.CALENDAR),
          Map.entry("application/calendar+json", LeftOut.CALENDAR),
          Map.entry("application/pgp-keys", LeftOut.KEY),
          Map.entry("application/x-x509-ca-cert", LeftOut.KEY),
          Map.entry("application/pkix-cert", LeftOut.KEY),
          Map.entry("application/pgp-signature", LeftOut.SIGNATURE),
          Map.entry("application/pkcs7-signature", LeftOut.SIGNATURE),
          Map.entry("application/x-pkcs7-signature", LeftOut.SIGNATURE),
          Map.entry("application/pgp-encrypted", LeftOut.ENCRYPTED),
          Map.entry("application/pkcs7-mime", LeftOut.ENCRYPTED),
          Map.entry("application/x-pkcs7-mime", LeftOut.ENCRYPTED),
          Map.entry("application/ms-tnef", LeftOut.TNEF),
          Map.entry("application/vnd.ms-tnef", LeftOut.TNEF),
          Map.entry("application/vnd.ms-outlook", LeftOut.FORWARDED_MESSAGE),
          Map.entry("application/mbox", LeftOut.FORWARDED_MESSAGE),
          Map.entry("text/rfc822-headers", LeftOut.REPORT));

  private static final Map<String, LeftOut> ENDINGS =
      Map.ofEntries(
          Map.entry(".vcf", LeftOut.CONTACT_CARD),
          Map.entry(".vcard", LeftOut.CONTACT_CARD),
          Map.entry(".ics", LeftOut.CALENDAR),
          Map.entry(".vcs", LeftOut.CALENDAR),
          Map.entry(".p7s", LeftOut.SIGNATURE),
          Map.entry(".sig", LeftOut.SIGNATURE),
          Map.entry(".p7m", LeftOut.ENCRYPTED),
          Map.entry(".pgp", LeftOut.ENCRYPTED),
          Map.entry(".gpg", LeftOut.ENCRYPTED),
          Map.entry(".asc", LeftOut.KEY),
          Map.entry(".eml", LeftOut.FORWARDED_MESSAGE),
          Map.entry(".msg", LeftOut.FORWARDED_MESSAGE),
          Map.entry(".mbox", LeftOut.FORWARDED_MESSAGE));

  private FileKind() {}

  /** The reason why this one carries addresses; empty for a file like any other. */
  static Optional<LeftOut> carryingAddresses(Leaf leaf) {
    var type = leaf.mediaType();
    var name = leaf.fileName().orElse("").strip().toLowerCase(Locale.ROOT);
    if (type.type().equals("message")) {
      return Optional.of(LeftOut.REPORT);
    }
    if (name.equals("winmail.dat")) {
      return Optional.of(LeftOut.TNEF);
    }
    int dot = name.lastIndexOf('.');
    return Optional.ofNullable(TYPES.get(type.full()))
        .or(
            () ->
                dot < 0 ? Optional.empty() : Optional.ofNullable(ENDINGS.get(name.substring(dot))))
        .or(() -> byFirstBytes(leaf.bytes()));
  }

  private static Optional<LeftOut> byFirstBytes(byte[] bytes) {
    var start =
        new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1)
            .stripLeading();
    if (start.startsWith("BEGIN:VCARD")) {
      return Optional.of(LeftOut.CONTACT_CARD);
    }
    if (start.startsWith("BEGIN:VCALENDAR")) {
      return Optional.of(LeftOut.CALENDAR);
    }
    if (start.startsWith("-----BEGIN PGP ") || start.startsWith("-----BEGIN CERTIFICATE")) {
      return Optional.of(LeftOut.KEY);
    }
    return start.startsWith("x\u009f>\"") ? Optional.of(LeftOut.TNEF) : Optional.empty();
  }
}
