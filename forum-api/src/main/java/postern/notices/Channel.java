package postern.notices;

/** How a member is told of a kind. */
public enum Channel {
  OFF,
  SITE,
  /** On the site and by mail. */
  MAIL;

  boolean told() {
    return this != OFF;
  }
}
