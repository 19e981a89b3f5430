package postern.letters;

import java.util.List;

/**
 * A member's own choices about letters.
 *
 * @param writers who may write to them
 * @param keeps whether the texts of their letters stay on the site after delivery
 * @param listed further strings, such as a telephone number, that are kept out of what they send
 */
public record LetterRules(Writers writers, boolean keeps, List<String> listed) {
  public static final int MAX_LISTED = 20;
  public static final int MAX_LISTED_LENGTH = 100;
  public static final int MIN_LISTED_LENGTH = 5;

  /** Until a member chooses otherwise. */
  public static final LetterRules DEFAULT = new LetterRules(Writers.EVERYONE, true, List.of());

  public LetterRules {
    listed = List.copyOf(listed);
    if (listed.size() > MAX_LISTED
        || listed.stream()
            .anyMatch(
                s -> s.length() > MAX_LISTED_LENGTH || s.strip().length() < MIN_LISTED_LENGTH)) {
      throw new IllegalArgumentException("up to 20 strings of 5 to 100 characters");
    }
  }

  @Override
  public String toString() {
    return "LetterRules[" + writers + "]";
  }
}
