package postern.web;

import java.util.List;
import java.util.Optional;

/**
 * One question with one button. Links in mails lead here, since mail scanners follow links, and a
 * look must change nothing: {@code GET /verify/{token}}, {@code /address/confirm/{token}}, {@code
 * /address/undo/{token}}, {@code /unsubscribe/{token}}. It posts to the same address: {@code csrf},
 * when there is a session. The frame's title is its heading.
 *
 * @param action where the button posts
 * @param button what happens then, in words
 * @param grave true when it takes something away
 * @param otherwise a way out, in words
 */
public record ConfirmPage(
    Frame frame,
    List<String> sentences,
    String action,
    String button,
    boolean grave,
    Optional<Link> otherwise)
    implements PageModel {
  public ConfirmPage {
    sentences = List.copyOf(sentences);
  }

  /** The address holds a token. */
  @Override
  public boolean secret() {
    return true;
  }
}
