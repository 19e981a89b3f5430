package postern.web.admin;

import java.util.List;
import postern.web.Choice;
import postern.web.Field;
import postern.web.Frame;

/**
 * {@code GET /admin/boards/new} and {@code /admin/boards/{id}}. It posts to the same address:
 * {@code csrf}, {@code title}, {@code slug}, {@code description}, {@code approve_first}, {@code
 * read}, {@code reply}, {@code start} (each {@code visitors}, {@code members}, {@code staff} or
 * {@code groups}; {@code visitors} for reading alone), and for {@code groups} the ids in {@code
 * read_group}, {@code reply_group}, {@code start_group}, once for each.
 *
 * @param existing false while it is new
 */
public record BoardFormPage(
    Frame frame,
    String action,
    boolean existing,
    Field title,
    Field slug,
    Field description,
    Field approveFirst,
    List<AudienceField> audiences)
    implements AdminModel {
  public BoardFormPage {
    audiences = List.copyOf(audiences);
  }

  @Override
  public AdminPart part() {
    return AdminPart.BOARDS;
  }

  /**
   * Who may do one thing.
   *
   * @param name {@code read}, {@code reply} or {@code start}
   * @param question what it asks, in words
   * @param groups the groups to choose from when {@code groups} is chosen
   */
  public record AudienceField(
      String name, String question, List<Choice> choices, List<Choice> groups) {
    public AudienceField {
      choices = List.copyOf(choices);
      groups = List.copyOf(groups);
    }

    public boolean hasGroups() {
      return !groups.isEmpty();
    }
  }
}
