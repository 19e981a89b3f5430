package postern.web;

import java.util.Optional;
import postern.kernel.Role;
import postern.kernel.Username;

/**
 * How a page names somebody. The username always stands beside a display name, so that nobody can
 * pass for another.
 *
 * @param text the display name where there is one, otherwise the username
 * @param username the username where the text is another name
 * @param href the member's page; none for who is no member any more, or never was
 * @param duty what the house has entrusted them with, in a word
 */
public record MemberName(
    String text,
    Optional<String> username,
    Optional<String> href,
    Optional<String> duty,
    Avatar avatar) {

  /**
   * @param seed the member's random seed for the picture; never anything made from an address
   */
  public static MemberName member(
      Username username, Optional<String> displayName, Role role, long seed) {
    var shown = displayName.filter(name -> !name.isBlank());
    return new MemberName(
        shown.orElse(username.text()),
        shown.map(_ -> username.text()),
        Optional.of("/m/" + username.text()),
        duty(role),
        Avatar.of(seed));
  }

  public static MemberName member(Username username, long seed) {
    return member(username, Optional.empty(), Role.MEMBER, seed);
  }

  /**
   * Somebody whom an archive names and nobody has claimed: there is no page, and they cannot be
   * written to.
   */
  public static MemberName formerAuthor(String name) {
    return new MemberName(
        name, Optional.empty(), Optional.empty(), Optional.of("from an archive"), Avatar.NOBODY);
  }

  /** Somebody who left. */
  public static MemberName formerMember() {
    return new MemberName(
        "former member", Optional.empty(), Optional.empty(), Optional.empty(), Avatar.NOBODY);
  }

  /** The forum itself, for what no person wrote. */
  public static MemberName house(String siteName) {
    return new MemberName(
        siteName, Optional.empty(), Optional.empty(), Optional.of("the site"), Avatar.NOBODY);
  }

  private static Optional<String> duty(Role role) {
    return switch (role) {
      case MEMBER -> Optional.empty();
      case MODERATOR -> Optional.of("moderator");
      case ADMINISTRATOR -> Optional.of("administrator");
    };
  }
}
