package postern.web.admin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import postern.boards.Audience;
import postern.boards.Group;
import postern.kernel.GroupId;
import postern.web.Choice;
import postern.web.Inputs;

/** Who may do something on a board: as a form asks it, and as it is said in words. */
final class Audiences {
  private Audiences() {}

  static BoardFormPage.AudienceField field(
      String name, String question, Audience chosen, List<Group> groups) {
    var kinds = name.equals("read") ? Stream.of("visitors", "members") : Stream.of("members");
    var all = groups.isEmpty() ? Stream.of("staff") : Stream.of("staff", "groups");
    return new BoardFormPage.AudienceField(
        name,
        question,
        Stream.concat(kinds, all)
            .map(kind -> new Choice(kind, words(kind), kind.equals(kind(chosen))))
            .toList(),
        groups.stream()
            .map(
                group ->
                    new Choice(group.id().toString(), group.name(), names(chosen).test(group.id())))
            .toList());
  }

  /** Empty when nothing was chosen, or groups without any. */
  static Optional<Audience> read(Inputs inputs, String name) {
    return switch (inputs.text(name)) {
      case "visitors" -> Optional.of(Audience.VISITORS);
      case "members" -> Optional.of(Audience.MEMBERS);
      case "staff" -> Optional.of(Audience.STAFF);
      case "groups" -> groups(inputs.all(name + "_group"));
      default -> Optional.empty();
    };
  }

  static String words(Audience audience) {
    return switch (audience) {
      case Audience.Visitors _ -> "everybody";
      case Audience.Members _ -> "members";
      case Audience.Staff _ -> "staff";
      case Audience.Groups(var groups) -> groups.size() == 1 ? "a group" : "groups";
    };
  }

  static boolean names(Audience audience, GroupId group) {
    return names(audience).test(group);
  }

  private static Predicate<GroupId> names(Audience audience) {
    return audience instanceof Audience.Groups(var groups) ? groups::contains : _ -> false;
  }

  private static Optional<Audience> groups(List<String> ids) {
    Set<GroupId> groups =
        ids.stream().flatMap(id -> GroupId.parse(id).stream()).collect(Collectors.toSet());
    return groups.isEmpty() ? Optional.empty() : Optional.of(new Audience.Groups(groups));
  }

  private static String kind(Audience audience) {
    return switch (audience) {
      case Audience.Visitors _ -> "visitors";
      case Audience.Members _ -> "members";
      case Audience.Staff _ -> "staff";
      case Audience.Groups _ -> "groups";
    };
  }

  private static String words(String kind) {
    return switch (kind) {
      case "visitors" -> "Everybody, visitors too";
      case "members" -> "Members";
      case "staff" -> "Staff alone";
      default -> "Members of these groups";
    };
  }
}
