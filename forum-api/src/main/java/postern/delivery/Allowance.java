package postern.delivery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import postern.kernel.EmailAddress;

/**
 * What the gate lets pass beside the To header. Hides its text.
 *
 * @param elected the address that its owner shows to this reader: on the elected line, exactly, and
 *     within attached files
 * @param readerWrote texts of the reader's own, which may come back word by word
 * @param othersWrote whole lines that a third member wrote, in which nobody's address but theirs is
 *     looked for
 */
public record Allowance(
    Optional<EmailAddress> elected, List<String> readerWrote, Set<String> othersWrote) {
  /** What stands before the elected address, on a line of its own under the text. */
  public static final String ELECTED_LABEL = "Their own address, which they chose to show you: ";

  public static final Allowance NONE = new Allowance(Optional.empty(), List.of());

  public Allowance {
    readerWrote = List.copyOf(readerWrote);
    othersWrote = Set.copyOf(othersWrote);
  }

  public Allowance(Optional<EmailAddress> elected, List<String> readerWrote) {
    this(elected, readerWrote, Set.of());
  }

  public static Allowance ofElected(EmailAddress elected) {
    return new Allowance(Optional.of(elected), List.of());
  }

  @Override
  public String toString() {
    return "Allowance[hidden]";
  }
}
