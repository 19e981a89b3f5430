package postern.web;

/**
 * One sentence after something was done, or could not be. It is said by the page that follows a
 * redirect.
 *
 * @param problem true when something went wrong: it is then announced at once
 */
public record Flash(String text, boolean problem) {
  public static Flash done(String text) {
    return new Flash(text, false);
  }

  public static Flash problem(String text) {
    return new Flash(text, true);
  }
}
