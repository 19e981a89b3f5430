package postern.web.sandbox;

import java.util.List;
import postern.web.Frame;
import postern.web.PageModel;
import postern.web.When;

/** {@code GET /sandbox}: the mail that would have left, the newest first. */
public record SandboxPage(Frame frame, List<Row> messages) implements PageModel {
  public SandboxPage {
    messages = List.copyOf(messages);
  }

  @Override
  public boolean secret() {
    return true;
  }

  public boolean hasMessages() {
    return !messages.isEmpty();
  }

  /**
   * One mail.
   *
   * @param href {@code /sandbox/{id}}
   */
  public record Row(String href, String to, String from, String subject, When at) {
    @Override
    public String toString() {
      return "Row[" + href + "]";
    }
  }
}
