package postern.mail.dkim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Puts a DKIM-Signature (RFC 6376) before a finished message: relaxed/relaxed, the whole body, and
 * every header that a reader acts on.
 *
 * <p>The headers that tell who writes what to whom are named once more than they stand there, so
 * that none can be added (section 8.15), and the signature ends after a few days, so that a signed
 * letter is a poor thing to send again.
 */
public final class DkimSigner {
  /** Longer than the hosts on the way keep trying. */
  public static final Duration LIFE = Duration.ofDays(6);

  private static final List<String> OVERSIGNED =
      List.of(
          "From",
          "Subject",
          "Date",
          "To",
          "Message-ID",
          "Content-Type",
          "Cc",
          "Reply-To",
          "Sender",
          "MIME-Version",
          "Content-Transfer-Encoding");

  // RFC 8058 section 4: the one click must be covered. The rest is what we write besides.
  private static final List<String> SIGNED =
      List.of(
          "In-Reply-To",
          "References",
          "Auto-Submitted",
          "List-Id",
          "List-Unsubscribe",
          "List-Unsubscribe-Post");
  private static final int LINE = 72;

  private final String domain;

  /**
   * @param domain the relay domain, on which our From lies
   */
  public DkimSigner(String domain) {
    this.domain = domain;
  }

  /**
   * @param message with CRLF line ends
   * @return the message behind its signature; not one octet of it is another
   */
  public byte[] sign(byte[] message, DkimKey key, Instant now) {
    int body = bodyStart(message);
    var fields = fields(new String(message, 0, body, StandardCharsets.UTF_8));
    var names = names(fields);
    var bodyHash = Base64.getEncoder().encodeToString(sha256(Relaxed.body(message, body)));
    var unsigned = unsigned(key, now, names, bodyHash);
    var signed =
        (canonical(fields, names) + Relaxed.field(unsigned)).getBytes(StandardCharsets.UTF_8);
    try {
      var value = key.algorithm().sign(key.pair().getPrivate(), signed, sha256(signed));
      var out = new ByteArrayOutputStream(message.length + 1000);
      out.writeBytes((unsigned + folded(value) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(message);
      return out.toByteArray();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("signing failed", impossible);
    }
  }

  private String unsigned(DkimKey key, Instant now, List<String> names, String bodyHash) {
    var text =
        new StringBuilder("DKIM-Signature: v=1; a=")
            .append(key.algorithm().tag())
            .append("; c=relaxed/relaxed; d=")
            .append(domain)
            .append(";\r\n s=")
            .append(key.selector())
            .append("; t=")
            .append(now.getEpochSecond())
            .append("; x=")
            .append(now.plus(LIFE).getEpochSecond())
            .append(";\r\n h=");
    int line = 3;
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i) + (i + 1 < names.size() ? ":" : ";");
      if (line + name.length() > LINE) {
        text.append("\r\n  ");
        line = 2;
      }
      text.append(name);
      line += name.length();
    }
    return text.append("\r\n bh=").append(bodyHash).append(";\r\n b=").toString();
  }

  private static String folded(byte[] value) {
    var text = Base64.getEncoder().encodeToString(value);
    return text.replaceAll("(.{" + LINE + "})(?=.)", "$1\r\n ");
  }

  /** The names of {@code h=}: each that stands there, and those that must not be added. */
  private static List<String> names(List<String> fields) {
    var names = new ArrayList<String>();
    for (var name : OVERSIGNED) {
      for (int i = count(fields, name); i >= 0; i--) {
        names.add(name);
      }
    }
    for (var name : SIGNED) {
      for (int i = count(fields, name); i > 0; i--) {
        names.add(name);
      }
    }
    return names;
  }

  private static int count(List<String> fields, String name) {
    return (int) fields.stream().filter(field -> is(field, name)).count();
  }

  // Section 5.4.2: of fields with one name the last stands first; what is not there is nothing.
  private static String canonical(List<String> fields, List<String> names) {
    var left = new ArrayList<>(fields.reversed());
    var text = new StringBuilder();
    for (var name : names) {
      left.stream()
          .filter(field -> is(field, name))
          .findFirst()
          .ifPresent(
              field -> {
                text.append(Relaxed.field(field)).append("\r\n");
                left.remove(field);
              });
    }
    return text.toString();
  }

  private static boolean is(String field, String name) {
    return field
        .substring(0, field.indexOf(':'))
        .strip()
        .toLowerCase(Locale.ROOT)
        .equals(name.toLowerCase(Locale.ROOT));
  }

  private static List<String> fields(String head) {
    var fields = new ArrayList<String>();
    for (var field : head.split("\r\n(?![ \t])")) {
      if (field.indexOf(':') > 0) {
        fields.add(field);
      }
    }
    return fields;
  }

  private static int bodyStart(byte[] message) {
    for (int at = 0; at + 3 < message.length; at++) {
      if (message[at] == '\r'
          && message[at + 1] == '\n'
          && message[at + 2] == '\r'
          && message[at + 3] == '\n') {
        return at + 4;
      }
    }
    return message.length;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
