package postern.web.sandbox;

import java.util.List;
import java.util.Optional;
import postern.threads.SafeHtml;
import postern.web.Field;
import postern.web.Frame;
import postern.web.PageModel;
import postern.web.When;

/**
 * {@code GET /sandbox/{id}}: one mail as its recipient's mailbox would show it, and raw. The form
 * posts to {@code /sandbox/{id}/answer}: {@code csrf}, {@code body}; the answer goes to the mail's
 * From, as the recipient's mail program would send it.
 *
 * @param headers what a mailbox shows: From, To, Subject, Date
 * @param body the text as a mailbox shows it, with its links
 * @param raw the whole message as it would have been sent
 * @param answer where the form posts; none for mails that nobody can answer
 */
public record SandboxMessagePage(
    Frame frame,
    String subject,
    List<Header> headers,
    SafeHtml body,
    String raw,
    When at,
    Optional<String> answer,
    String recipient,
    Field text)
    implements PageModel {
  public SandboxMessagePage {
    headers = List.copyOf(headers);
  }

  @Override
  public boolean secret() {
    return true;
  }

  @Override
  public String toString() {
    return "SandboxMessagePage[]";
  }

  /** One header and its value. */
  public record Header(String name, String value) {
    @Override
    public String toString() {
      return "Header[" + name + "]";
    }
  }
}
