package postern.web;

/**
 * The sign beside every place where an address is: a small arched door, closed when the address is
 * hidden and open when it is shown, always with words.
 *
 * @param words one sentence that says who sees what
 */
public record Postern(boolean open, String words) {
  public static Postern closed(String words) {
    return new Postern(false, words);
  }

  public static Postern open(String words) {
    return new Postern(true, words);
  }
}
