package postern.web;

/**
 * The member who looks at the page, as the page itself needs to know.
 *
 * @param unreadLetters letters that came and were not opened
 * @param unreadNotices what they were told and have not looked at, letters not among it
 * @param moderates shows the way to the moderators' pages
 * @param administers shows the way to the administrators' pages
 */
public record Me(
    MemberName name,
    long unreadLetters,
    long unreadNotices,
    boolean moderates,
    boolean administers) {
  public boolean hasUnreadNotices() {
    return unreadNotices > 0;
  }

  public boolean hasUnreadLetters() {
    return unreadLetters > 0;
  }
}
