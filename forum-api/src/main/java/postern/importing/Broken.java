package postern.importing;

/** A message that was left out, where it stands, and why. */
public record Broken(Place place, Reason reason) {
  public enum Reason {
    NO_HEADER("it has no header"),
    NO_AUTHOR("nobody is named as its author"),
    NO_DATE("nothing says when it was written"),
    TOO_LARGE("it is too large"),
    TOO_MUCH("its header, its lines or its parts are too long or too many"),
    TEXT_TOO_LONG("its text is too long for a post"),
    FAILED("it could not be read in a way nobody foresaw");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** Half a sentence for the operator. */
    public String words() {
      return words;
    }
  }
}
