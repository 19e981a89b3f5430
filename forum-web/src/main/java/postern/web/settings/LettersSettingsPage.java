package postern.web.settings;

import java.util.List;
import postern.web.Frame;

/**
 * {@code GET /settings/letters}. It posts to {@code /settings/letters}: {@code csrf}, {@code
 * who_may_write} ({@code everyone}, {@code those_i_wrote_to} or {@code nobody}), {@code
 * keep_letters} ({@code yes} when ticked).
 *
 * @param mailAddress where members reach the owner from a mail program; empty when the site does
 *     not offer it
 */
public record LettersSettingsPage(
    Frame frame, List<Option> whoMayWrite, boolean keep, String mailAddress)
    implements SettingsPage {
  public LettersSettingsPage {
    whoMayWrite = List.copyOf(whoMayWrite);
  }

  /** The three choices with what they mean. */
  public static List<Option> options(String chosen) {
    return List.of(
        option(
            "everyone",
            "Every member",
            "A new letter may come from any member in good standing.",
            chosen),
        option(
            "those_i_wrote_to",
            "Only members I wrote to",
            "Others see that you take no letters from them. Correspondences that you have go on.",
            chosen),
        option(
            "nobody",
            "Nobody",
            "No letters come, also not in correspondences that you have.",
            chosen));
  }

  private static Option option(String value, String text, String meaning, String chosen) {
    return new Option(value, text, meaning, value.equals(chosen));
  }

  @Override
  public SettingsPart part() {
    return SettingsPart.LETTERS;
  }

  /** One choice and what it means. */
  public record Option(String value, String text, String meaning, boolean chosen) {}
}
