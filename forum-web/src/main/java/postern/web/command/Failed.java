package postern.web.command;

/** Ends a command with one sentence for whoever typed it. */
final class Failed extends RuntimeException {
  private static final long serialVersionUID = 1;

  Failed(String sentence) {
    super(sentence, null, false, false);
  }
}
