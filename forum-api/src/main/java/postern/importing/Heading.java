package postern.importing;

import java.time.Instant;
import java.util.List;

/**
 * What threading needs to know of a message.
 *
 * @param id its Message-ID, or for a message without one a name made from its content
 * @param ancestors what it answers, by Message-ID, the oldest first
 * @param reply true when its subject says that it answers something
 * @param subject its subject's key, see {@link Subjects#key}
 * @param written when
 */
record Heading(
    MboxEntry entry,
    String id,
    List<String> ancestors,
    boolean reply,
    String subject,
    Instant written) {
  Heading {
    ancestors = List.copyOf(ancestors);
  }

  int number() {
    return entry.place().number();
  }
}
