package postern.web.moderation;

/** The moderators' pages, in their order. */
public enum ModerationPart {
  QUEUE("Queue", "/moderation/queue"),
  LOG("Log", "/moderation/log"),
  LETTERS("Reported letters", "/moderation/letters");

  private final String title;
  private final String href;

  ModerationPart(String title, String href) {
    this.title = title;
    this.href = href;
  }

  public String title() {
    return title;
  }

  public String href() {
    return href;
  }
}
