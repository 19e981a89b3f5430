package postern.web;

/** A way to another page, in words. */
public record Link(String text, String href) {}
