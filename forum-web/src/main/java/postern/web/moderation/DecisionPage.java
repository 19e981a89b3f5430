package postern.web.moderation;

import java.util.Optional;
import postern.web.Field;
import postern.web.Frame;
import postern.web.PageModel;

/**
 * {@code GET /decisions/{id}}: one decision about the member who looks. It posts to the same
 * address: {@code csrf}, {@code text}.
 *
 * @param answer the form, unless they have answered
 */
public record DecisionPage(
    Frame frame, DecisionView decision, String action, Optional<Field> answer)
    implements PageModel {
  @Override
  public boolean secret() {
    return true;
  }
}
