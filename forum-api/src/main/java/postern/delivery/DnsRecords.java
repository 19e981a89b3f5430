package postern.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The DNS records that the relay domain needs, as they stand in a zone file. */
public final class DnsRecords {
  private static final int STRING = 255;

  private final String domain;
  private final String mailHost;
  private final String spf;
  private final List<SigningKey> keys;

  /**
   * @param mailHost the host that takes mail for the domain
   * @param spf who sends for it, as SPF mechanisms: {@code a:relay.example.org}
   */
  public DnsRecords(String domain, String mailHost, String spf, List<SigningKey> keys) {
    this.domain = domain;
    this.mailHost = mailHost;
    this.spf = spf;
    this.keys = List.copyOf(keys);
  }

  /** One record; {@code name} is whole, without a dot at its end. */
  public record Entry(String name, String type, String value) {
    /** One line of a zone file; texts in strings of 255 octets at most (RFC 1035 section 3.3). */
    public String line() {
      return "%s. 3600 IN %s %s".formatted(name, type, type.equals("TXT") ? quoted(value) : value);
    }

    private static String quoted(String text) {
      var parts = new ArrayList<String>();
      for (int at = 0; at < text.length(); at += STRING) {
        parts.add('"' + text.substring(at, Math.min(text.length(), at + STRING)) + '"');
      }
      return String.join(" ", parts);
    }
  }

  public Entry mx() {
    return new Entry(domain, "MX", "10 " + mailHost + ".");
  }

  public Entry spf() {
    return new Entry(domain, "TXT", "v=spf1 " + spf + " -all");
  }

  public List<Entry> dkim() {
    return keys.stream()
        .map(key -> new Entry(key.key().place() + "." + domain, "TXT", key.record()))
        .toList();
  }

  /** Strict alignment: nobody but the relay itself writes from its domain. */
  public Entry dmarc() {
    return new Entry("_dmarc." + domain, "TXT", "v=DMARC1; p=reject; adkim=s; aspf=s");
  }

  /** RFC 8461 section 3.1; the id is another when the policy is another. */
  public Entry mtaSts() {
    return new Entry("_mta-sts." + domain, "TXT", "v=STSv1; id=" + id(policy()));
  }

  /** What {@code https://mta-sts.{domain}/.well-known/mta-sts.txt} must answer. */
  public String policy() {
    return "version: STSv1\r\nmode: enforce\r\nmx: " + mailHost + "\r\nmax_age: 604800\r\n";
  }

  /** RFC 8460 section 3. */
  public Entry tlsReports() {
    return new Entry("_smtp._tls." + domain, "TXT", "v=TLSRPTv1; rua=mailto:postmaster@" + domain);
  }

  public List<Entry> all() {
    var all = new ArrayList<Entry>(List.of(mx(), spf()));
    all.addAll(dkim());
    all.addAll(List.of(dmarc(), mtaSts(), tlsReports()));
    return all;
  }

  private static String id(String policy) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(policy.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
