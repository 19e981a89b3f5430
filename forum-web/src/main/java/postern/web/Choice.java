package postern.web;

/**
 * One of several values to choose from: what is sent, what is read, and whether it stands chosen.
 */
public record Choice(String value, String text, boolean chosen) {}
