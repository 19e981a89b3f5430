package postern.web.threads;

import java.util.List;
import postern.web.Frame;
import postern.web.Link;
import postern.web.PageModel;

/**
 * The answer to {@code GET /search/similar?title=}, for scripts: threads like the one that is
 * begun, without a frame.
 */
public record SimilarPart(Frame frame, List<Link> similar) implements PageModel {
  public SimilarPart {
    similar = List.copyOf(similar);
  }

  public boolean hasSimilar() {
    return !similar.isEmpty();
  }
}
