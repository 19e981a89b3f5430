package postern.web.boards;

/** A board's title and the way to it. */
public record BoardLink(String title, String href) {}
