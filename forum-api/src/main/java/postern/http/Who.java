package postern.http;

/** Who may call an endpoint at all; what they see or change there is a policy's business. */
public enum Who {
  ANYONE,
  /** A signed-in member in good standing. */
  MEMBER,
  /** A signed-in member whatever their standing: to see why, to export, to leave. */
  ANY_STANDING,
  /** A moderator of at least one board, or an administrator. */
  MODERATOR,
  ADMINISTRATOR
}
