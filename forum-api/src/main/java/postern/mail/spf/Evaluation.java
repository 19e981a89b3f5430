package postern.mail.spf;

import static postern.mail.spf.SpfResult.NEUTRAL;
import static postern.mail.spf.SpfResult.NONE;
import static postern.mail.spf.SpfResult.PERMERROR;
import static postern.mail.spf.SpfResult.TEMPERROR;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import postern.mail.dns.Looked;
import postern.mail.dns.Lookups;
import postern.mail.smtp.Network;
import postern.mail.spf.Mechanism.Prefixes;

/** One sender's check, with what it may still ask. */
final class Evaluation {
  private static final int MAX_HOSTS = 10;
  private static final Pattern DOMAIN =
      Pattern.compile("(?=.{1,253}$)(?:[A-Za-z0-9_-]{1,63}\\.)+[A-Za-z0-9_-]{1,63}");

  private final Lookups lookups;
  private final SpfSender sender;
  private final boolean six;
  private int asked;
  private int voids;

  Evaluation(Lookups lookups, SpfSender sender) {
    this.lookups = lookups;
    this.sender = sender;
    this.six = sender.client().getAddress().length == 16;
  }

  SpfResult result() {
    try {
      return of(sender.domain());
    } catch (Stopped stopped) {
      return stopped.result();
    }
  }

  private SpfResult of(String domain) throws Stopped {
    if (!DOMAIN.matcher(domain).matches()) {
      return NONE;
    }
    var published = published(domain);
    if (published.isEmpty()) {
      return NONE;
    }
    var policy = SpfRecord.parse(published.get());
    for (var directive : policy.directives()) {
      if (matches(directive.mechanism(), domain)) {
        return directive.result();
      }
    }
    return policy.redirect().isPresent() ? redirected(policy.redirect().get(), domain) : NEUTRAL;
  }

  private Optional<String> published(String domain) throws Stopped {
    return switch (lookups.texts(domain)) {
      case Looked.Away<String> _ -> throw new Stopped(TEMPERROR);
      case Looked.Nothing<String> _ -> Optional.empty();
      case Looked.Found<String>(var texts) -> {
        var records = texts.stream().filter(SpfRecord::isOne).toList();
        if (records.size() > 1) {
          throw new Stopped(PERMERROR);
        }
        yield records.stream().findFirst();
      }
    };
  }

  private SpfResult redirected(MacroText target, String domain) throws Stopped {
    count();
    var result = of(name(target, domain));
    return result == NONE ? PERMERROR : result;
  }

  private boolean matches(Mechanism mechanism, String domain) throws Stopped {
    return switch (mechanism) {
      case Mechanism.All _ -> true;
      case Mechanism.Ip(var network) -> network.contains(sender.client());
      case Mechanism.Include(var target) -> includes(target, domain);
      case Mechanism.A(var target, var prefixes) -> {
        count();
        yield holds(found(lookups.addresses(target(target, domain), six)), prefixes);
      }
      case Mechanism.Mx(var target, var prefixes) -> mailHost(target(target, domain), prefixes);
      case Mechanism.Exists(var target) -> {
        count();
        yield !found(lookups.addresses(name(target, domain), false)).isEmpty();
      }
      case Mechanism.Ptr(var target) -> {
        count();
        yield validatedName(target(target, domain)).isPresent();
      }
    };
  }

  private boolean includes(MacroText target, String domain) throws Stopped {
    count();
    return switch (of(name(target, domain))) {
      case PASS -> true;
      case FAIL, SOFTFAIL, NEUTRAL -> false;
      case TEMPERROR -> throw new Stopped(TEMPERROR);
      case PERMERROR, NONE -> throw new Stopped(PERMERROR);
    };
  }

  private boolean mailHost(String target, Prefixes prefixes) throws Stopped {
    count();
    var hosts = found(lookups.mailHosts(target));
    if (hosts.size() > MAX_HOSTS) {
      throw new Stopped(PERMERROR);
    }
    for (var host : hosts) {
      switch (lookups.addresses(host, six)) {
        case Looked.Away<InetAddress> _ -> throw new Stopped(TEMPERROR);
        case Looked.Nothing<InetAddress> _ -> {}
        case Looked.Found<InetAddress>(var addresses) -> {
          if (holds(addresses, prefixes)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean holds(List<InetAddress> addresses, Prefixes prefixes) {
    int prefix = six ? prefixes.six() : prefixes.four();
    return addresses.stream()
        .anyMatch(address -> new Network(address, prefix).contains(sender.client()));
  }

  /** A name of the client that leads back to it and lies in the domain (section 5.5). */
  private Optional<String> validatedName(String domain) throws Stopped {
    return switch (lookups.namesOf(sender.client())) {
      // Trouble here is no match, not an error.
      case Looked.Away<String> _ -> Optional.empty();
      case Looked.Nothing<String> _ -> {
        countVoid();
        yield Optional.empty();
      }
      case Looked.Found<String>(var names) ->
          names.stream()
              .limit(MAX_HOSTS)
              .filter(name -> isWithin(name, domain))
              .filter(this::leadsBack)
              .findFirst();
    };
  }

  private boolean leadsBack(String name) {
    return lookups.addresses(name, six) instanceof Looked.Found<InetAddress>(var addresses)
        && addresses.contains(sender.client());
  }

  private static boolean isWithin(String name, String domain) {
    return name.equalsIgnoreCase(domain)
        || name.length() > domain.length()
            && name.regionMatches(
                true, name.length() - domain.length() - 1, "." + domain, 0, domain.length() + 1);
  }

  private <T> List<T> found(Looked<T> looked) throws Stopped {
    return switch (looked) {
      case Looked.Found<T>(var values) -> values;
      case Looked.Nothing<T> _ -> {
        countVoid();
        yield List.of();
      }
      case Looked.Away<T> _ -> throw new Stopped(TEMPERROR);
    };
  }

  private void count() throws Stopped {
    if (++asked > SenderPolicies.MAX_LOOKUPS) {
      throw new Stopped(PERMERROR);
    }
  }

  private void countVoid() throws Stopped {
    if (++voids > SenderPolicies.MAX_VOID) {
      throw new Stopped(PERMERROR);
    }
  }

  private String target(Optional<MacroText> target, String domain) throws Stopped {
    return target.isPresent() ? name(target.get(), domain) : domain;
  }

  private String name(MacroText text, String domain) throws Stopped {
    return text.name(letter -> value(letter, domain));
  }

  private String value(char letter, String domain) throws Stopped {
    return switch (letter) {
      case 'd' -> domain;
      case 'o' -> sender.domain();
      case 'h' -> sender.helo();
      case 'i' -> Dotted.of(sender.client());
      case 'v' -> six ? "ip6" : "in-addr";
      // Section 7.3 wants the name within the domain first; the word stands where there is none.
      case 'p' -> validatedName(domain).or(this::anyValidatedName).orElse("unknown");
      // The local part of an address is told to no name server (section 11.5 warns of it).
      default -> throw new Stopped(NEUTRAL);
    };
  }

  private Optional<String> anyValidatedName() {
    return lookups.namesOf(sender.client()) instanceof Looked.Found<String>(var names)
        ? names.stream().limit(MAX_HOSTS).filter(this::leadsBack).findFirst()
        : Optional.empty();
  }
}
