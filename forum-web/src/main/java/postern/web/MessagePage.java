package postern.web;

import java.util.List;
import java.util.Optional;

/**
 * Something that has happened, or cannot, in a few sentences, and where to go from there. The
 * frame's title is its heading. It is the answer where there is nothing else to show: a link that
 * is over, an account that is made, sign-up that is closed.
 */
public record MessagePage(Frame frame, List<String> sentences, Optional<Link> next)
    implements PageModel {
  public MessagePage {
    sentences = List.copyOf(sentences);
  }
}
