package postern.mail.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Asks a resolver, twice where it does not answer, and remembers what it said for as long as it
 * allows, an hour at most. UDP first, TCP when an answer is cut short.
 */
public final class Names {
  private static final Duration ATTEMPT = Duration.ofSeconds(2);
  private static final int ROUNDS = 2;
  private static final int MAX_SERVERS = 3;
  private static final int MAX_ALIASES = 8;
  private static final int REMEMBERED = 4_000;

  // Anything else is no host name; a backslash would be an escape to the library.
  private static final Pattern ASKABLE = Pattern.compile("[!-\\[\\]-~]{1,253}");

  private final NameServer server;
  private final Duration attempt;
  private final RecentAnswers recent;

  public Names(NameServer server, InstantSource clock) {
    this(server, clock, ATTEMPT);
  }

  Names(NameServer server, InstantSource clock, Duration attempt) {
    this.server = server;
    this.attempt = attempt;
    this.recent = new RecentAnswers(clock, REMEMBERED);
  }

  /** Questions of one message: after this time from now, each further one is answered "away". */
  public Lookups within(Duration time) {
    return new OfOneMessage(System.nanoTime() + time.toNanos());
  }

  /** The records of one type that a name has, at the end of its aliases. */
  private Looked<Record> records(String name, int type, long deadline) {
    return ASKABLE.matcher(name).matches()
        ? absolute(name).map(asked -> records(asked, type, deadline)).orElseGet(Looked.Nothing::new)
        : new Looked.Nothing<>();
  }

  private Looked<Record> records(Name name, int type, long deadline) {
    var remembered = recent.get(name, type);
    if (remembered.isPresent()) {
      return looked(remembered.get());
    }
    var answer = ask(name, type, deadline);
    answer.ifPresent(message -> recent.put(name, type, message, end(message, name, type)));
    return answer.map(message -> looked(end(message, name, type))).orElseGet(Looked.Away::new);
  }

  private static Looked<Record> looked(List<Record> records) {
    return records.isEmpty() ? new Looked.Nothing<>() : new Looked.Found<>(records);
  }

  private Optional<Message> ask(Name name, int type, long deadline) {
    var servers = server.addresses().stream().limit(MAX_SERVERS).toList();
    for (int round = 0; round < ROUNDS; round++) {
      for (var address : servers) {
        var answer = ask(address, name, type, deadline);
        if (answer.isPresent()) {
          return answer;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Message> ask(InetSocketAddress address, Name name, int type, long deadline) {
    long left = deadline - System.nanoTime();
    if (left <= 0 || Thread.currentThread().isInterrupted()) {
      return Optional.empty();
    }
    try {
      var resolver = new SimpleResolver(address);
      resolver.setTimeout(Duration.ofNanos(Math.min(left, attempt.toNanos())));
      var answer = resolver.send(Message.newQuery(Record.newRecord(name, type, DClass.IN)));
      return switch (answer.getRcode()) {
        case Rcode.NOERROR, Rcode.NXDOMAIN -> Optional.of(answer);
        default -> Optional.empty();
      };
    } catch (IOException silence) {
      return Optional.empty();
    }
  }

  private static List<Record> end(Message answer, Name asked, int type) {
    var name = asked;
    var section = answer.getSection(Section.ANSWER);
    for (int aliases = 0; aliases < MAX_ALIASES; aliases++) {
      var alias = aliasOf(section, name);
      if (alias.isEmpty()) {
        break;
      }
      name = alias.get();
    }
    var found = new ArrayList<Record>();
    for (var each : section) {
      if (each.getType() == type && each.getName().equals(name)) {
        found.add(each);
      }
    }
    return found;
  }

  private static Optional<Name> aliasOf(List<Record> section, Name name) {
    return section.stream()
        .filter(each -> each.getName().equals(name))
        .filter(CNAMERecord.class::isInstance)
        .map(each -> ((CNAMERecord) each).getTarget())
        .findFirst();
  }

  private static Optional<Name> absolute(String name) {
    try {
      return Optional.of(Name.fromString(name, Name.root));
    } catch (TextParseException notAName) {
      return Optional.empty();
    }
  }

  private final class OfOneMessage implements Lookups {
    private final long deadline;

    OfOneMessage(long deadline) {
      this.deadline = deadline;
    }

    @Override
    public Looked<String> texts(String name) {
      return each(records(name, Type.TXT, deadline), found -> text((TXTRecord) found));
    }

    @Override
    public Looked<InetAddress> addresses(String name, boolean six) {
      return each(
          records(name, six ? Type.AAAA : Type.A, deadline),
          found ->
              found instanceof AAAARecord aaaa
                  ? aaaa.getAddress()
                  : ((ARecord) found).getAddress());
    }

    @Override
    public Looked<String> mailHosts(String name) {
      return switch (records(name, Type.MX, deadline)) {
        case Looked.Found<Record>(var found) ->
            new Looked.Found<>(
                found.stream()
                    .map(MXRecord.class::cast)
                    .sorted(Comparator.comparingInt(MXRecord::getPriority))
                    .map(mx -> plain(mx.getTarget()))
                    .toList());
        case Looked.Nothing<Record> _ -> new Looked.Nothing<>();
        case Looked.Away<Record> _ -> new Looked.Away<>();
      };
    }

    @Override
    public Looked<String> namesOf(InetAddress address) {
      return each(
          records(ReverseMap.fromAddress(address), Type.PTR, deadline),
          found -> plain(((PTRRecord) found).getTarget()));
    }

    private static <T> Looked<T> each(Looked<Record> looked, Function<Record, T> value) {
      return switch (looked) {
        case Looked.Found<Record>(var found) ->
            new Looked.Found<>(found.stream().map(value).toList());
        case Looked.Nothing<Record> _ -> new Looked.Nothing<>();
        case Looked.Away<Record> _ -> new Looked.Away<>();
      };
    }

    private static String text(TXTRecord found) {
      var text = new StringBuilder();
      for (byte[] part : found.getStringsAsByteArrays()) {
        text.append(new String(part, StandardCharsets.ISO_8859_1));
      }
      return text.toString();
    }

    private static String plain(Name name) {
      return name.toString(true);
    }
  }
}
