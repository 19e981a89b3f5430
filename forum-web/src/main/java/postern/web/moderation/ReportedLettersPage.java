package postern.web.moderation;

import java.util.List;
import java.util.Optional;
import postern.web.Frame;
import postern.web.MemberName;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.When;
import postern.web.boards.ListLink;

/**
 * {@code GET /moderation/letters?state=&after=}: letters whose readers showed them to the
 * moderators. Each open one posts to {@code /moderation/letters/{id}}: {@code csrf}, {@code
 * decision} ({@code dismiss} or {@code close}), {@code note} (for the other moderators).
 */
public record ReportedLettersPage(
    Frame frame, List<ListLink> states, List<Report> reports, Pager pager) implements PageModel {
  public ReportedLettersPage {
    states = List.copyOf(states);
    reports = List.copyOf(reports);
  }

  @Override
  public boolean secret() {
    return true;
  }

  public boolean hasReports() {
    return !reports.isEmpty();
  }

  /**
   * One reported letter.
   *
   * @param by who wrote it
   * @param text none when the site did not keep it
   * @param reason what its reader said
   * @param decided what became of it, when it is decided
   */
  public record Report(
      String id,
      MemberName by,
      When written,
      When reported,
      String subject,
      Optional<String> text,
      String reason,
      Optional<String> decided) {
    public boolean open() {
      return decided.isEmpty();
    }
  }
}
