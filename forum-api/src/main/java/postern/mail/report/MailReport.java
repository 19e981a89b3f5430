package postern.mail.report;

import java.util.List;

/** What a message to one of our return paths says about the mail that it came back for. */
public sealed interface MailReport {
  /** It failed, and so will whatever else is sent there. */
  record NoSuchMailbox() implements MailReport {}

  /** It failed: the mailbox is full, the host tried for too long, or would not have it. */
  record NotDelivered() implements MailReport {}

  /**
   * Its reader does not want it (RFC 5965).
   *
   * @param returnPaths where the complained mail came from, by the report: its return path, as text
   *     that nobody has believed yet
   */
  record Complaint(List<String> returnPaths) implements MailReport {
    public Complaint {
      returnPaths = List.copyOf(returnPaths);
    }

    @Override
    public String toString() {
      return "Complaint[hidden]";
    }
  }

  /** It is on its way, has arrived, or this is no report at all: somebody's automatic answer. */
  record NothingNew() implements MailReport {}
}
