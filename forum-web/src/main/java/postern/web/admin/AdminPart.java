package postern.web.admin;

/** The subjects of the administration, in their order. */
public enum AdminPart {
  OVERVIEW("Overview", "/admin"),
  BOARDS("Boards", "/admin/boards"),
  MEMBERS("Members", "/admin/members"),
  GROUPS("Groups", "/admin/groups"),
  WORDS("Words", "/admin/words"),
  MAIL("Mail", "/admin/mail"),
  MAILBOX("Mailbox", "/admin/mailbox"),
  JOBS("Jobs", "/admin/jobs");

  private final String title;
  private final String href;

  AdminPart(String title, String href) {
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
