package postern.letters;

/** A page in a mail as plain text, for rooms that keep mail without being letters. */
public final class HtmlText {
  private HtmlText() {}

  /**
   * Blocks become lines, quotations get their mark, links stand behind their words. What a reader
   * would not see is left out.
   */
  public static String of(String html) {
    return HtmlToPlain.of(HtmlTokens.read(html));
  }
}
