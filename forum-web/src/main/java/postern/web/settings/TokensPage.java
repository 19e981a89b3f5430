package postern.web.settings;

import java.util.List;
import java.util.Optional;
import postern.web.Choice;
import postern.web.Field;
import postern.web.Frame;
import postern.web.When;

/**
 * {@code GET /settings/tokens}. It posts to {@code /settings/tokens}: {@code csrf}, {@code name},
 * {@code scope} (once for each that is ticked), {@code days}.
 *
 * @param made the secret of a token that was just made, shown this one time
 * @param scopes what a token may be for: value, meaning, ticked
 * @param lives how long it may hold: days, words, chosen
 */
public record TokensPage(
    Frame frame,
    Optional<String> made,
    List<TokenRow> tokens,
    Field name,
    List<Choice> scopes,
    List<Choice> lives,
    Optional<String> scopeError)
    implements SettingsPage {
  public TokensPage {
    tokens = List.copyOf(tokens);
    scopes = List.copyOf(scopes);
    lives = List.copyOf(lives);
  }

  @Override
  public SettingsPart part() {
    return SettingsPart.TOKENS;
  }

  public boolean hasTokens() {
    return !tokens.isEmpty();
  }

  @Override
  public String toString() {
    return "TokensPage[]";
  }

  /**
   * One token.
   *
   * @param scopes what it may be used for, in words
   * @param seen the day it was last used; none when it never was
   * @param revoke {@code /settings/tokens/{id}/revoke}, which takes {@code csrf}
   */
  public record TokenRow(
      String name, String scopes, When made, Optional<When> seen, When expires, String revoke) {}
}
