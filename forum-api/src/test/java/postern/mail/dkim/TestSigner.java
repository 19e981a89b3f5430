package postern.mail.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import postern.mail.dns.TestNameServer;

/**
 * Signs as a mail host does, well or badly. It shares no code with what it is checked by: the whole
 * message is canonicalized by text replacement.
 */
public final class TestSigner {
  private final KeyPair pair;
  private final String algorithm;
  private final String domain;
  private String selector = "s1";
  private String canonical = "relaxed/relaxed";
  private String fields = "from:to:subject:date:message-id";
  private String more = "";

  private TestSigner(String domain, String algorithm, KeyPair pair) {
    this.domain = domain;
    this.algorithm = algorithm;
    this.pair = pair;
  }

  public static TestSigner rsa(String domain, int bits) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return new TestSigner(domain, "rsa-sha256", generator.generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public static TestSigner ed25519(String domain) {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new TestSigner(domain, "ed25519-sha256", pair);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public TestSigner selector(String name) {
    selector = name;
    return this;
  }

  public TestSigner canonical(String name) {
    canonical = name;
    return this;
  }

  public TestSigner fields(String names) {
    fields = names;
    return this;
  }

  /** Further tags: {@code "t=1; x=2; "}. */
  public TestSigner with(String tags) {
    more = tags;
    return this;
  }

  /** The same with the same key for another domain. */
  public TestSigner of(String otherDomain) {
    return new TestSigner(otherDomain, algorithm, pair);
  }

  public TestSigner publish(TestNameServer server) {
    return publish(server, "v=DKIM1; ");
  }

  public TestSigner publish(TestNameServer server, String tags) {
    server.text(keyName(), tags + "k=" + algorithm.split("-")[0] + "; p=" + publicKey());
    return this;
  }

  public String keyName() {
    return selector + "._domainkey." + domain;
  }

  public String publicKey() {
    var encoded = pair.getPublic().getEncoded();
    var bytes =
        algorithm.startsWith("ed")
            ? Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)
            : encoded;
    return Base64.getEncoder().encodeToString(bytes);
  }

  public byte[] sign(String message) {
    return signed(message).getBytes(StandardCharsets.UTF_8);
  }

  public String signed(String message) {
    int empty = message.indexOf("\r\n\r\n");
    var header = bytes(message.substring(0, empty + 2));
    var body = bytes(message.substring(empty + 4));
    boolean relaxedHeader = canonical.startsWith("relaxed");
    boolean relaxedBody = canonical.endsWith("/relaxed");
    try {
      var hash = sha256(latin(relaxedBody ? relaxBody(body) : simpleBody(body)));
      var own =
          "DKIM-Signature: v=1; a=%s; c=%s; d=%s; s=%s;\r\n\t%sh=%s;\r\n bh=%s;\r\n b="
              .formatted(
                  algorithm,
                  canonical,
                  domain,
                  selector,
                  more,
                  fields,
                  Base64.getEncoder().encodeToString(hash));
      var left = new ArrayList<>(List.of(header.split("\r\n(?![ \t])")));
      var text = new StringBuilder();
      for (var name : fields.toLowerCase(Locale.ROOT).split(":")) {
        for (var field : left.reversed()) {
          if (field.toLowerCase(Locale.ROOT).startsWith(name.strip() + ":")) {
            text.append(relaxedHeader ? relax(field) : field).append("\r\n");
            left.remove(left.lastIndexOf(field));
            break;
          }
        }
      }
      text.append(relaxedHeader ? relax(own) : own);
      return own + value(latin(text.toString())) + "\r\n" + message;
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private String value(byte[] text) throws GeneralSecurityException {
    boolean ed = algorithm.startsWith("ed");
    var signer = Signature.getInstance(ed ? "Ed25519" : "SHA256withRSA");
    signer.initSign(pair.getPrivate());
    signer.update(ed ? sha256(text) : text);
    return Base64.getEncoder().encodeToString(signer.sign()).replaceAll("(.{60})", "$1\r\n  ");
  }

  private static String relax(String field) {
    int colon = field.indexOf(':');
    return field.substring(0, colon).toLowerCase(Locale.ROOT)
        + ":"
        + field
            .substring(colon + 1)
            .replace("\r\n", "")
            .replaceAll("[ \t]+", " ")
            .replaceAll("^ | $", "");
  }

  private static String relaxBody(String body) {
    var text = body.replaceAll("[ \t]+\r\n", "\r\n").replaceAll("[ \t]+$", "");
    text = text.replaceAll("[ \t]+", " ").replaceAll("(\r\n)+$", "");
    return text.isEmpty() ? "" : text + "\r\n";
  }

  private static String simpleBody(String body) {
    return body.replaceAll("(\r\n)+$", "") + "\r\n";
  }

  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }
}
