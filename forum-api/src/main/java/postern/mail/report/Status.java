package postern.mail.report;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An enhanced status code (RFC 3463): class, subject, detail. */
public record Status(int category, int subject, int detail) {
  private static final Pattern CODE =
      Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?!\\.?\\d)");

  // RFC 3463 section 3.2 and 3.3, RFC 7505 section 4.2; 5.4.1 is what Exchange Online says of an
  // unknown mailbox. 5.1.7 and 5.1.8 are about the sender.
  private static final Set<String> NO_SUCH_MAILBOX =
      Set.of(
          "5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.6", "5.1.10", "5.2.1", "5.4.1",
          "5.4.4");

  /** The first that stands in a text; an address of the network is none. */
  public static Optional<Status> in(String text) {
    var matcher = CODE.matcher(text);
    return matcher.find()
        ? Optional.of(
            new Status(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  /** True when it says that nothing will ever arrive there, whatever is sent. */
  public boolean noSuchMailbox() {
    return NO_SUCH_MAILBOX.contains(toString());
  }

  /** True for {@code 5.0.0} and its like, which say nothing. */
  boolean bare() {
    return subject == 0 && detail == 0;
  }

  @Override
  public String toString() {
    return category + "." + subject + "." + detail;
  }
}
