package postern.web.admin;

import java.util.List;
import postern.web.Field;
import postern.web.Frame;
import postern.web.When;

/**
 * {@code GET /admin/words}. It posts to {@code /admin/words}: {@code csrf}, {@code word}.
 *
 * @param words what holds a post for a moderator
 */
public record WordsPage(Frame frame, List<Row> words, Field word) implements AdminModel {
  public WordsPage {
    words = List.copyOf(words);
  }

  @Override
  public AdminPart part() {
    return AdminPart.WORDS;
  }

  public boolean hasWords() {
    return !words.isEmpty();
  }

  /**
   * One word or phrase.
   *
   * @param remove {@code /admin/words/{id}/remove}, which takes {@code csrf}
   */
  public record Row(String word, When added, String remove) {}
}
