package postern.kernel;

/** What a member may do beyond their own things, least first. */
public enum Role {
  MEMBER,
  /** For the boards named with it, or for all of them. */
  MODERATOR,
  ADMINISTRATOR
}
