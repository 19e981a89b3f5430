package postern.moderation;

/** What may be wrong with a post. */
public enum FlagReason {
  SPAM("Spam or advertising"),
  OFF_TOPIC("It does not belong here"),
  RUDE("Rude, or an attack on somebody"),
  PERSONAL_DATA("It shows somebody’s personal data"),
  UNLAWFUL("It may be against the law"),
  OTHER("Something else");

  private final String words;

  FlagReason(String words) {
    this.words = words;
  }

  /** As a reader chooses it. */
  public String words() {
    return words;
  }
}
