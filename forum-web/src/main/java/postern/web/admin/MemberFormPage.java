package postern.web.admin;

import java.util.List;
import java.util.Optional;
import postern.web.Choice;
import postern.web.Field;
import postern.web.Frame;
import postern.web.MemberName;

/**
 * {@code GET /admin/members/{username}}. It posts {@code csrf} and {@code reason} to {@code
 * /admin/members/{username}/role}: {@code role} ({@code member}, {@code moderator}, {@code
 * administrator}), {@code board} (once for each that a moderator is named for; none means all); and
 * to {@code /admin/members/{username}/standing}: {@code standing} ({@code active}, {@code
 * silenced}, {@code suspended}), {@code days} (how long; empty means until it is changed).
 *
 * @param base {@code /admin/members/{username}}
 * @param limits what limits the member now and why, in a sentence
 */
public record MemberFormPage(
    Frame frame,
    MemberName member,
    String base,
    Optional<String> limits,
    List<Choice> roles,
    List<Choice> boards,
    List<Choice> standings,
    Field days,
    Field reason)
    implements AdminModel {
  public MemberFormPage {
    roles = List.copyOf(roles);
    boards = List.copyOf(boards);
    standings = List.copyOf(standings);
  }

  @Override
  public AdminPart part() {
    return AdminPart.MEMBERS;
  }

  public boolean hasBoards() {
    return !boards.isEmpty();
  }
}
