package postern.threads;

/**
 * What Markdown may cost. Each is checked before or while it is read, so that no text a person can
 * send takes longer than an honest one of the same length.
 *
 * @param characters how long a text may be, in UTF-16 units
 * @param nesting how deep quotes, lists and emphasis may stand in each other; what is deeper stays
 *     plain text
 * @param tableCells how many cells its tables may come to: short rows are filled up, so that a few
 *     bytes make many
 * @param htmlCharacters how long the HTML may become: a link that is defined once can be used many
 *     times
 * @param mentions how many different names with an at sign are looked up; further ones stay plain
 *     text
 */
public record MarkdownLimits(
    int characters, int nesting, int tableCells, int htmlCharacters, int mentions) {
  public MarkdownLimits {
    if (characters < 1
        || nesting < 1
        || tableCells < 1
        || htmlCharacters < characters
        || mentions < 0) {
      throw new IllegalArgumentException(
          "Markdown limits are positive, and HTML is longer than its source");
    }
  }

  public static MarkdownLimits standard() {
    return new MarkdownLimits(32_000, 24, 20_000, 400_000, 50);
  }
}
