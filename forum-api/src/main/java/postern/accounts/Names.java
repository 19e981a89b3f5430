package postern.accounts;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import postern.kernel.Base32;
import postern.kernel.Line;
import postern.kernel.Randomness;
import postern.kernel.Username;

/** Names that the house makes itself. */
final class Names {
  static final String FORMER_MEMBER = "former member";
  static final String FORMER_AUTHOR = "former author";

  private static final int LONGEST_READ = 400;
  private static final int FEWEST_LETTERS = 2;
  private static final String FORMER_PREFIX = "former-";

  private Names() {}

  /** True for handles of former authors, which nobody may sign up with. */
  static boolean formers(Username username) {
    return username.text().startsWith(FORMER_PREFIX);
  }

  static Username formerHandle(Randomness randomness) {
    return new Username(FORMER_PREFIX + Base32.encode(randomness.bytes(10)));
  }

  /**
   * What an archive calls somebody, without anything of an address: who is named by an address
   * alone has no name, since its first part would show half of it.
   */
  static String former(String name) {
    var text = Line.parse(DisplayName.invisibleOut(name == null ? "" : name), LONGEST_READ);
    var plain =
        text.map(line -> Normalizer.normalize(line.text(), Normalizer.Form.NFKC)).orElse("");
    if (plain.contains("@") || DisplayName.ADDRESS.matcher(plain).find()) {
      plain = withoutAddress(plain);
    }
    var tidy =
        Line.parse(plain.replaceAll("^[\\s\"'<>(),;:-]+|[\\s\"'<>(),;:-]+$", ""), LONGEST_READ);
    return tidy.map(line -> cut(line.text()))
        .filter(cut -> cut.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS)
        .orElse(FORMER_AUTHOR);
  }

  // Mailing lists write "name via list" where the name may be an address.
  private static String withoutAddress(String text) {
    return DisplayName.ADDRESS
        .matcher(text)
        .replaceAll(" ")
        .replaceAll("\\S*@\\S*", " ")
        .replaceAll("[\"'<>()\\[\\]]", " ")
        .replaceAll("(?i)\\bvia\\b.*$", "")
        .strip();
  }

  private static String cut(String text) {
    int most = AccountSettings.DISPLAY_NAME_CHARACTERS;
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)).strip();
  }

  static long seed(Randomness randomness) {
    return ByteBuffer.wrap(randomness.bytes(Long.BYTES)).getLong();
  }
}
