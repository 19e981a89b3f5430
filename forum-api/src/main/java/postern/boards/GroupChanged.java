package postern.boards;

/** How a change of a group ended. */
public sealed interface GroupChanged {
  record Changed(Group group) implements GroupChanged {}

  record NameTaken() implements GroupChanged {}

  /** The name is empty or longer than {@link Group#LONGEST_NAME}. */
  record BadName() implements GroupChanged {}

  /** A board's right names the group; change the board first. */
  record InUse() implements GroupChanged {}

  record NotAllowed() implements GroupChanged {}

  record NotFound() implements GroupChanged {}
}
