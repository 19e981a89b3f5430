package postern.mail.dns;

import java.net.InetAddress;

/** Questions to name servers. Names are ASCII, without a dot at the end. */
public interface Lookups {
  /** TXT records, the strings of each joined as RFC 7208 section 3.3 says. */
  Looked<String> texts(String name);

  /** The addresses of one family: A records, or AAAA for six. */
  Looked<InetAddress> addresses(String name, boolean six);

  /** The hosts of the MX records, the most wanted first. */
  Looked<String> mailHosts(String name);

  /** The names that the address claims to have (PTR). */
  Looked<String> namesOf(InetAddress address);
}
