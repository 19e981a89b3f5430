package postern.web;

/**
 * What one page shows. It is implemented by records, whose template lies beside them: {@code
 * postern.web.boards.FrontPage} is written by {@code postern/web/boards/FrontPage.mustache}. A
 * template reads the record's accessors and its public methods without parameters, and nothing
 * else.
 */
public interface PageModel {
  /** What stands around the page. */
  Frame frame();

  /**
   * True when no cache may keep this page, not even the reader's own: it shows an address or a
   * secret.
   */
  default boolean secret() {
    return false;
  }
}
