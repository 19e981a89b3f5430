package postern.web.accounts;

import java.util.List;
import java.util.Optional;
import postern.web.Choice;
import postern.web.Field;
import postern.web.Frame;
import postern.web.PageModel;

/**
 * {@code GET /sign-up}: when the visitor was born, asked before anything else and without saying
 * which answer opens the way. It posts to {@code /sign-up/age}: {@code birth_month} (1 to 12),
 * {@code birth_year}. Nothing of it is kept.
 *
 * @param months the twelve, the chosen one marked
 * @param error what to do next, when month or year could not be read
 */
public record AgePage(Frame frame, List<Choice> months, Field year, Optional<String> error)
    implements PageModel {
  public AgePage {
    months = List.copyOf(months);
  }
}
