package postern.importing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import postern.kernel.EmailAddress;
import postern.mail.mime.InboundMessage;
import postern.mail.mime.Mailbox;

/** Who wrote a message, as its header says. Hides both. */
final class Writer {
  private static final Pattern VIA = Pattern.compile("(?i)\\s+via\\s+.{1,80}$");
  private static final List<String> SENDERS_OF_OLD =
      List.of("X-Original-From", "Reply-To", "X-Original-Sender");
  // Archives on the web write: From: ben at example.org (Ben Smith)
  private static final Pattern SPELT =
      Pattern.compile("^\\s*\"?(\\S+) at (\\S+\\.\\S+?)\"?\\s*(?:\\((.*)\\))?\\s*$");

  private final EmailAddress address;
  private final String name;

  private Writer(EmailAddress address, String name) {
    this.address = address;
    this.name = name;
  }

  static Optional<Writer> of(InboundMessage message) {
    var from = message.from().stream().findFirst();
    if (from.isEmpty()) {
      return spelt(message);
    }
    // Some lists write themselves into From, because of DMARC, and the writer elsewhere.
    var list = lists(message);
    if (list.contains(from.get().address())) {
      var name = VIA.matcher(from.get().name()).replaceFirst("");
      return SENDERS_OF_OLD.stream()
          .flatMap(field -> message.mailboxes(field).stream())
          .map(Mailbox::address)
          .filter(address -> !list.contains(address))
          .findFirst()
          .map(address -> new Writer(address, name))
          .or(() -> Optional.of(new Writer(from.get().address(), name)));
    }
    return Optional.of(new Writer(from.get().address(), from.get().name()));
  }

  private static Optional<Writer> spelt(InboundMessage message) {
    var found = SPELT.matcher(message.header("From").orElse(""));
    return found.matches()
        ? EmailAddress.parse(found.group(1) + "@" + found.group(2))
            .map(address -> new Writer(address, Optional.ofNullable(found.group(3)).orElse("")))
        : Optional.empty();
  }

  private static Set<EmailAddress> lists(InboundMessage message) {
    return Stream.of("List-Post", "X-Mailing-List", "List-Unsubscribe")
        .flatMap(field -> message.headers(field).stream())
        .flatMap(field -> AddressMarks.in(field.decoded()).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  EmailAddress address() {
    return address;
  }

  /** What they called themselves; empty when they did not. */
  String name() {
    return name;
  }

  @Override
  public String toString() {
    return "Writer[hidden]";
  }
}
