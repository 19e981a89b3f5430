package postern.mail.dns;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/** The answers of the last hour, as many as fit; those least asked for go first. */
final class RecentAnswers {
  private static final long LONGEST_SECONDS = 3600;

  /** "Nothing" is believed for less long: a domain may be publishing its records just now. */
  private static final long LONGEST_NOTHING_SECONDS = 300;

  /** So that nobody fills the memory with what their own domain publishes. */
  private static final int LARGEST_OCTETS = 2048;

  private final InstantSource clock;
  private final int room;
  private final Map<Question, Answer> answers = new LinkedHashMap<>(64, 0.75f, true);

  private record Question(Name name, int type) {}

  private record Answer(List<Record> records, Instant until) {}

  RecentAnswers(InstantSource clock, int room) {
    this.clock = clock;
    this.room = room;
  }

  synchronized Optional<List<Record>> get(Name name, int type) {
    var question = new Question(name, type);
    var answer = answers.get(question);
    if (answer != null && !clock.instant().isBefore(answer.until())) {
      answers.remove(question);
      return Optional.empty();
    }
    return Optional.ofNullable(answer).map(Answer::records);
  }

  synchronized void put(Name name, int type, Message message, List<Record> records) {
    var seconds = seconds(message, records);
    if (seconds == 0 || message.numBytes() > LARGEST_OCTETS) {
      return;
    }
    answers.put(
        new Question(name, type),
        new Answer(List.copyOf(records), clock.instant().plusSeconds(seconds)));
    Iterator<Question> eldest = answers.keySet().iterator();
    while (answers.size() > room) {
      eldest.next();
      eldest.remove();
    }
  }

  private static long seconds(Message message, List<Record> records) {
    if (records.isEmpty()) {
      return Math.min(LONGEST_NOTHING_SECONDS, nothingSeconds(message));
    }
    return message.getSection(Section.ANSWER).stream()
        .mapToLong(Record::getTTL)
        .reduce(LONGEST_SECONDS, Math::min);
  }

  // RFC 2308 section 5: the lesser of the SOA record's own life and its minimum.
  private static long nothingSeconds(Message message) {
    return message.getSection(Section.AUTHORITY).stream()
        .filter(SOARecord.class::isInstance)
        .map(SOARecord.class::cast)
        .mapToLong(soa -> Math.min(soa.getTTL(), soa.getMinimum()))
        .findFirst()
        .orElse(0);
  }
}
