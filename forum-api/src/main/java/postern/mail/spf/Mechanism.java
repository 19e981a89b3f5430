package postern.mail.spf;

import java.util.Optional;
import postern.mail.smtp.Network;

/** What a host is compared with (RFC 7208 section 5). */
sealed interface Mechanism {
  record All() implements Mechanism {}

  record Include(MacroText domain) implements Mechanism {}

  /** The addresses of a domain, and their neighbours. */
  record A(Optional<MacroText> domain, Prefixes prefixes) implements Mechanism {}

  /** The addresses of a domain's mail hosts. */
  record Mx(Optional<MacroText> domain, Prefixes prefixes) implements Mechanism {}

  record Ptr(Optional<MacroText> domain) implements Mechanism {}

  /** {@code ip4} and {@code ip6}. */
  record Ip(Network network) implements Mechanism {}

  record Exists(MacroText domain) implements Mechanism {}

  /** How many leading bits count, for each family. */
  record Prefixes(int four, int six) {}
}
