package postern.web.threads;

import java.util.List;
import postern.web.Frame;
import postern.web.PageModel;
import postern.web.Pager;

/**
 * {@code GET /held} and {@code /held/{id}}: posts that wait for a moderator.
 *
 * @param waiting what the viewer may decide on
 * @param own what the viewer wrote
 */
public record HeldPage(Frame frame, List<HeldView> waiting, List<HeldView> own, Pager pager)
    implements PageModel {
  public HeldPage {
    waiting = List.copyOf(waiting);
    own = List.copyOf(own);
  }

  public boolean hasWaiting() {
    return !waiting.isEmpty();
  }

  public boolean hasOwn() {
    return !own.isEmpty();
  }

  public boolean nothing() {
    return waiting.isEmpty() && own.isEmpty();
  }
}
