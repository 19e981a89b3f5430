package postern.web;

/**
 * The member who looks at the page, as the page itself needs to know.
 *
 * @param unreadLetters letters that came and were not opened
 * @param moderates shows the way to the moderators' pages
 * @param administers shows the way to the administrators' pages
 */
public record Me(MemberName name, long unreadLetters, boolean moderates, boolean administers) {
  public boolean hasUnreadLetters() {
    return unreadLetters > 0;
  }
}
