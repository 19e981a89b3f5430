package postern.web.settings;

/** The subjects of a member's settings, in their order. */
public enum SettingsPart {
  PROFILE("Profile", "profile"),
  ADDRESS("My address", "address"),
  LETTERS("Letters", "letters"),
  NOTICES("Notices", "notices"),
  SECURITY("Security", "security"),
  DEVICES("Devices", "devices"),
  TOKENS("API tokens", "tokens"),
  FEEDS("Feeds", "feeds"),
  CLAIMS("Old posts", "claims");

  private final String title;
  private final String slug;

  SettingsPart(String title, String slug) {
    this.title = title;
    this.slug = slug;
  }

  public String title() {
    return title;
  }

  public String href() {
    return "/settings/" + slug;
  }
}
