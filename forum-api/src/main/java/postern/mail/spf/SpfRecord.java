package postern.mail.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import postern.mail.smtp.Network;
import postern.mail.spf.Mechanism.Prefixes;

/** A record, read by the grammar of RFC 7208 section 12. One wrong term makes all of it wrong. */
record SpfRecord(List<Directive> directives, Optional<MacroText> redirect) {
  /** More than any name with its macros needs. */
  private static final int LONGEST_TERM = 512;

  private static final Pattern MODIFIER = Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*)=(.*)");
  private static final Pattern PREFIXES =
      Pattern.compile("(?:/(0|[1-9]\\d?))?(?://(0|[1-9]\\d{0,2}))?");
  private static final Pattern IP4 = Pattern.compile("[0-9.]+(?:/(?:0|[1-9]\\d?))?");
  private static final Pattern IP6 =
      Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(?:/(?:0|[1-9]\\d{0,2}))?");

  /** What holds for whom the mechanism matches. */
  record Directive(SpfResult result, Mechanism mechanism) {}

  /** True for a text that claims to be such a record (section 4.5). */
  static boolean isOne(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return lower.equals("v=spf1") || lower.startsWith("v=spf1 ");
  }

  static SpfRecord parse(String text) throws Stopped {
    var directives = new ArrayList<Directive>();
    Optional<MacroText> redirect = Optional.empty();
    boolean explained = false;
    for (var term : text.substring("v=spf1".length()).split(" +")) {
      require(term.length() <= LONGEST_TERM);
      var modifier = MODIFIER.matcher(term);
      if (term.isEmpty()) {
        continue;
      }
      if (!modifier.matches()) {
        directives.add(directive(term));
        continue;
      }
      var name = modifier.group(1).toLowerCase(Locale.ROOT);
      if (name.equals("redirect")) {
        require(redirect.isEmpty());
        redirect = Optional.of(MacroText.domain(modifier.group(2)));
      } else if (name.equals("exp")) {
        require(!explained);
        MacroText.domain(modifier.group(2));
        explained = true;
      } else {
        MacroText.any(modifier.group(2));
      }
    }
    return new SpfRecord(List.copyOf(directives), redirect);
  }

  private static Directive directive(String term) throws Stopped {
    int colon = term.indexOf(':');
    int slash = term.indexOf('/');
    int nameEnd = min(term.length(), colon, slash);
    var qualifier = "+-~?".indexOf(term.charAt(0)) >= 0 ? term.substring(0, 1) : "";
    require(nameEnd > qualifier.length());
    var name = term.substring(qualifier.length(), nameEnd).toLowerCase(Locale.ROOT);
    return new Directive(result(qualifier), mechanism(name, term.substring(nameEnd)));
  }

  private static Mechanism mechanism(String name, String rest) throws Stopped {
    return switch (name) {
      case "all" -> {
        require(rest.isEmpty());
        yield new Mechanism.All();
      }
      case "include" -> new Mechanism.Include(domain(rest));
      case "exists" -> new Mechanism.Exists(domain(rest));
      case "ptr" -> new Mechanism.Ptr(optionalDomain(rest));
      case "a" -> {
        int cidr = cidr(rest);
        yield new Mechanism.A(optionalDomain(rest.substring(0, cidr)), prefixes(rest, cidr));
      }
      case "mx" -> {
        int cidr = cidr(rest);
        yield new Mechanism.Mx(optionalDomain(rest.substring(0, cidr)), prefixes(rest, cidr));
      }
      case "ip4" -> ip(rest, IP4, 4);
      case "ip6" -> ip(rest, IP6, 16);
      default -> throw new Stopped(SpfResult.PERMERROR);
    };
  }

  private static Mechanism ip(String rest, Pattern shape, int octets) throws Stopped {
    require(rest.startsWith(":") && shape.matcher(rest.substring(1)).matches());
    var network = Network.parse(rest.substring(1));
    // An IPv4 address in IPv6 spelling is IPv4 to the library.
    require(network.isPresent() && network.get().base().getAddress().length == octets);
    return new Mechanism.Ip(network.get());
  }

  private static MacroText domain(String rest) throws Stopped {
    require(rest.startsWith(":"));
    return MacroText.domain(rest.substring(1));
  }

  private static Optional<MacroText> optionalDomain(String rest) throws Stopped {
    return rest.isEmpty() ? Optional.empty() : Optional.of(domain(rest));
  }

  /** Where the prefix lengths begin: a slash can stand in a macro, too. */
  private static int cidr(String rest) {
    int macroEnd = rest.lastIndexOf('}');
    int slash = rest.indexOf('/', Math.max(macroEnd, 0));
    return slash < 0 ? rest.length() : slash;
  }

  private static Prefixes prefixes(String rest, int from) throws Stopped {
    var matcher = PREFIXES.matcher(rest.substring(from));
    require(matcher.matches());
    int four = matcher.group(1) == null ? 32 : Integer.parseInt(matcher.group(1));
    int six = matcher.group(2) == null ? 128 : Integer.parseInt(matcher.group(2));
    require(four <= 32 && six <= 128);
    return new Prefixes(four, six);
  }

  private static SpfResult result(String qualifier) {
    return switch (qualifier) {
      case "-" -> SpfResult.FAIL;
      case "~" -> SpfResult.SOFTFAIL;
      case "?" -> SpfResult.NEUTRAL;
      default -> SpfResult.PASS;
    };
  }

  private static int min(int end, int colon, int slash) {
    return Math.min(end, Math.min(colon < 0 ? end : colon, slash < 0 ? end : slash));
  }

  private static void require(boolean valid) throws Stopped {
    if (!valid) {
      throw new Stopped(SpfResult.PERMERROR);
    }
  }
}
