package postern.importing;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import postern.kernel.EmailAddress;
import postern.mail.mime.InboundMessage;
import postern.mail.mime.MessageRead;
import postern.mail.mime.MessageReader;
import postern.mail.mime.MimeLimits;

/** What one walk through the file told: a heading for each different message, and whom it names. */
final class MboxIndex {
  private static final int PROGRESS_EVERY = 64;
  private static final List<String> NAMING =
      List.of("From", "To", "Cc", "Reply-To", "Sender", "Return-Path", "X-Original-From");
  // RFC 5322 section 3.6.4 lets References grow without end; programs keep the first and the last.
  private static final int MOST_ANCESTORS = 30;

  private final MimeLimits limits;
  private final Instant now;
  private final ImportProgress progress;

  private final Map<String, Heading> headings = new HashMap<>();
  private final List<Heading> inFile = new ArrayList<>();
  private final Set<EmailAddress> named = new HashSet<>();
  private final SharedAddresses shared = new SharedAddresses();
  private Optional<Instant> lastWritten = Optional.empty();
  private int messages;
  private int broken;

  private MboxIndex(MimeLimits limits, Instant now, ImportProgress progress) {
    this.limits = limits;
    this.now = now;
    this.progress = progress;
  }

  static MboxIndex of(MboxFile file, MimeLimits limits, Instant now, ImportProgress progress)
      throws IOException {
    var index = new MboxIndex(limits, now, progress);
    long size = file.size();
    boolean clean =
        file.scan(
            limits.maxHeaderBytes() + 2,
            (entry, header) -> {
              index.add(entry, header);
              if (index.messages % PROGRESS_EVERY == 0) {
                progress.walked(entry.place().offset() + entry.length(), size);
              }
            });
    if (!clean || index.messages == 0 && size > 0) {
      throw new Imports.NotAnMbox();
    }
    progress.walked(size, size);
    return index;
  }

  int messages() {
    return messages;
  }

  int broken() {
    return broken;
  }

  /** Different messages, in the order of the file. */
  List<Heading> headings() {
    return inFile;
  }

  AddressMarks marks() {
    return new AddressMarks(named);
  }

  SharedAddresses sharedAddresses() {
    return shared;
  }

  private void add(MboxEntry entry, byte[] header) {
    messages++;
    if (entry.length() > limits.maxBytes()) {
      leaveOut(entry, Broken.Reason.TOO_LARGE);
      return;
    }
    switch (MessageReader.read(header, limits)) {
      case MessageRead.Refused _ -> leaveOut(entry, Broken.Reason.TOO_MUCH);
      case MessageRead.Read(var message) -> {
        if (message.headers().isEmpty()) {
          leaveOut(entry, Broken.Reason.NO_HEADER);
        } else {
          add(entry, message);
        }
      }
    }
  }

  private void add(MboxEntry entry, InboundMessage message) {
    NAMING.stream()
        .flatMap(field -> message.headers(field).stream())
        .forEach(field -> named.addAll(AddressMarks.in(field.decoded())));
    message.headers("From").forEach(field -> named.addAll(AddressMarks.in(field.raw())));
    var writer = Writer.of(message);
    var written = Dates.written(message, entry.delivered(), now).or(() -> lastWritten);
    if (writer.isEmpty()) {
      leaveOut(entry, Broken.Reason.NO_AUTHOR);
    } else if (written.isEmpty()) {
      leaveOut(entry, Broken.Reason.NO_DATE);
    } else {
      lastWritten = written;
      shared.note(writer.get());
      named.add(writer.get().address());
      keep(entry, message, written.get());
    }
  }

  private void keep(MboxEntry entry, InboundMessage message, Instant written) {
    var subject = message.subject();
    var id = SourceKey.id(message);
    var heading =
        new Heading(
            entry,
            id,
            ancestors(message, id),
            Subjects.isReply(subject),
            Subjects.key(subject),
            written);
    if (headings.putIfAbsent(id, heading) == null) {
      inFile.add(heading);
    }
  }

  // In-Reply-To stands last: it names the message that is answered, where References do not.
  private List<String> ancestors(InboundMessage message, String id) {
    var all = new ArrayList<>(message.references());
    message.inReplyTo().stream().limit(1).forEach(all::add);
    var distinct =
        all.reversed().stream().distinct().filter(one -> !one.equals(id)).toList().reversed();
    var named = distinct.stream().filter(one -> !isAddress(one)).toList();
    return named.size() <= MOST_ANCESTORS
        ? named
        : named.subList(named.size() - MOST_ANCESTORS, named.size());
  }

  // Old programs wrote whom they answer into In-Reply-To; that would join all that was answered to
  // one person.
  private boolean isAddress(String id) {
    return EmailAddress.parse(id.substring(1, id.length() - 1)).filter(named::contains).isPresent();
  }

  private void leaveOut(MboxEntry entry, Broken.Reason reason) {
    broken++;
    progress.broken(new Broken(entry.place(), reason));
  }
}
