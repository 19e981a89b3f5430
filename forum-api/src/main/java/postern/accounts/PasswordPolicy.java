package postern.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import postern.kernel.EmailAddress;
import postern.kernel.Username;

/**
 * Which new passwords are taken: long ones that are not guessed first (NIST SP 800-63B section
 * 5.1.1.2).
 */
final class PasswordPolicy {
  static final int MIN = 10;
  static final int MAX = 200;

  private static final int FEWEST_SIGNS = 4;
  private static final String RUNS =
      "01234567890123456789 98765432109876543210 abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl"
          + " zxcvbnm qwertzuiop 1qaz2wsx3edc4rfv5tgb 1q2w3e4r5t6y7u8i9o0p";

  /**
   * The commonest of ten and more characters; what stands inside a longer word of these is caught
   * by RUNS.
   */
  private static final Set<String> COMMON =
      Set.of(
          "password12",
          "password123",
          "password1234",
          "password12345",
          "passwordpassword",
          "mypassword",
          "mypassword1",
          "newpassword",
          "changeme123",
          "changemenow",
          "letmein123",
          "letmeinnow",
          "welcome123",
          "welcome1234",
          "iloveyou12",
          "iloveyou123",
          "iloveyouso",
          "sunshine123",
          "princess123",
          "football123",
          "baseball123",
          "superman123",
          "michelle123",
          "charlie123",
          "jordan1234",
          "liverpool1",
          "manchester",
          "manutd1234",
          "barcelona1",
          "basketball",
          "skateboard",
          "computer123",
          "internet123",
          "administrator",
          "admin12345",
          "administrator1",
          "rootroot12",
          "trustno1trustno1",
          "qwerty12345",
          "qwerty123456",
          "qwertyuiop123",
          "asdfghjkl1",
          "asdfghjkl123",
          "1234567890a",
          "a1234567890",
          "abc1234567",
          "abcd123456",
          "abcdef1234",
          "aa12345678",
          "q1w2e3r4t5",
          "q1w2e3r4t5y6",
          "1qaz2wsx3edc",
          "1qazxsw2edc",
          "zaq12wsxcde",
          "monkey1234",
          "dragon1234",
          "shadow1234",
          "master1234",
          "starwars123",
          "pokemon123",
          "minecraft1",
          "minecraft123",
          "whatever123",
          "testtest12",
          "testing123",
          "secret1234",
          "secretsecret",
          "correcthorse",
          "correct horse battery staple",
          "correcthorsebatterystaple",
          "summer2024",
          "summer2025",
          "summer2026",
          "winter2024",
          "winter2025",
          "winter2026",
          "spring2026",
          "autumn2026",
          "january2026",
          "america123",
          "blink182blink182",
          "passw0rd123",
          "p@ssw0rd123",
          "p@ssword123",
          "pa55word123",
          "password!1",
          "password1!",
          "passwort123",
          "hallo12345",
          "motdepasse",
          "azertyuiop",
          "azerty12345",
          "contrasena",
          "forum12345",
          "postern123");

  private PasswordPolicy() {}

  static Optional<PasswordRefusal> refusal(
      Password password, Username username, Optional<EmailAddress> address) {
    var text = password.text();
    int length = text.codePointCount(0, text.length());
    if (length < MIN) {
      return Optional.of(PasswordRefusal.TOO_SHORT);
    }
    if (length > MAX) {
      return Optional.of(PasswordRefusal.TOO_LONG);
    }
    var folded = text.toLowerCase(Locale.ROOT);
    if (folded.contains(username.text()) || address.map(a -> a.namedIn(text)).orElse(false)) {
      return Optional.of(PasswordRefusal.HOLDS_NAME);
    }
    return common(folded) ? Optional.of(PasswordRefusal.COMMON) : Optional.empty();
  }

  private static boolean common(String folded) {
    return COMMON.contains(folded)
        || RUNS.contains(folded)
        || folded.codePoints().distinct().count() < FEWEST_SIGNS
        || repeated(folded);
  }

  // "abcabcabcabc" is as short as its first part.
  private static boolean repeated(String text) {
    for (int part = 1; part <= text.length() / 3; part++) {
      if (text.length() % part == 0
          && text.substring(0, part).repeat(text.length() / part).equals(text)) {
        return true;
      }
    }
    return false;
  }
}
