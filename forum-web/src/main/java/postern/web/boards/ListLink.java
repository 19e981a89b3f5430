package postern.web.boards;

/**
 * One way to see a list.
 *
 * @param here true for the way that the list is seen now
 */
public record ListLink(String text, String href, boolean here) {}
