package postern.web.admin;

import static postern.web.Samples.ada;
import static postern.web.Samples.ago;
import static postern.web.Samples.ben;
import static postern.web.Samples.chidi;
import static postern.web.Samples.longName;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import postern.web.Choice;
import postern.web.Count;
import postern.web.Field;
import postern.web.Frame;
import postern.web.Link;
import postern.web.MemberName;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.Samples;
import postern.web.Section;
import postern.web.boards.ListLink;

/** The pages of this room with made-up content. */
public final class AdminSamples {
  private AdminSamples() {}

  public static Map<String, PageModel> all() {
    var pages = new java.util.HashMap<String, PageModel>();
    pages.put("admin-mail", mail());
    pages.put("admin-mailbox", mailbox());
    pages.put("admin-mailbox-message", message());
    pages.putAll(
        Map.of(
            "admin", overview(),
            "admin-boards", boards(),
            "admin-board", board(),
            "admin-members", members(),
            "admin-member", member(),
            "admin-groups",
                new GroupsPage(
                    frame("Groups"),
                    List.of(
                        new GroupsPage.Row(
                            "Growers", "/admin/groups/1", Count.of(12, "member", "members"))),
                    Field.empty("name")),
            "admin-group",
                new GroupPage(
                    frame("Growers"),
                    "/admin/groups/1",
                    Field.of("name", "Growers"),
                    List.of(new GroupPage.Row(ada(), "ada"), new GroupPage.Row(ben(), "ben")),
                    Field.empty("username"),
                    "Its members may start threads in The garden.",
                    true),
            "admin-words", words(),
            "admin-jobs", jobs()));
    return pages;
  }

  private static MailPage mail() {
    return new MailPage(
        frame("Mail"),
        Optional.of(ago(Duration.ofMinutes(20))),
        List.of(
            new OverviewPage.Figure("12,345", "mails wait"),
            new OverviewPage.Figure("17", "of them deferred")),
        List.of(
            new MailPage.Destination(
                "a-host-with-a-rather-long-name.mail.example",
                "12",
                "451: 4.7.1 (address): Greylisted, please come back in five minutes",
                ago(Duration.ofMinutes(3)))),
        List.of(new MailPage.Day("2026-11-23", "12,345", "3", "0", "2", "1")),
        List.of(
            new ListLink("Waiting", "/admin/mail?state=queued", true),
            new ListLink("Held by the gate", "/admin/mail?state=held", false)),
        List.of(
            new MailPage.Mail(
                "7211034871",
                "letter",
                "queued",
                "3 deferrals, last answer 451",
                ago(Duration.ofHours(3)),
                Optional.of("/admin/mail/7211034871"))),
        Pager.none(),
        List.of(
            new MailPage.Acted(
                "Ada",
                "stopped all sending",
                Optional.of("Our relay host moves."),
                ago(Duration.ofMinutes(20)))),
        Field.empty("reason"),
        Field.empty("reason").refused("Say why, in 1 to 200 characters."));
  }

  private static MailboxPage mailbox() {
    return new MailboxPage(
        frame("Mailbox"),
        "90 days",
        List.of(
            new MailboxPage.Row(
                "/admin/mailbox/71",
                "Your mail reached me twice",
                "abuse",
                true,
                ago(Duration.ofHours(2)))),
        Pager.none(),
        Optional.empty());
  }

  private static MailboxPage message() {
    return new MailboxPage(
        frame("A message"),
        "90 days",
        List.of(),
        Pager.none(),
        Optional.of(
            new MailboxPage.Opened(
                "Your mail reached me twice",
                "Somebody <someone@example.org>",
                "abuse",
                "Hello,\n\n"
                    + "please look into it. A line that is long enough to be wider than a small"
                    + " screen would like.\n",
                ago(Duration.ofHours(2)),
                "/admin/mailbox/71/delete")));
  }

  private static WordsPage words() {
    return new WordsPage(
        frame("Words that hold a post"),
        List.of(
            new WordsPage.Row("wonder pills", ago(Duration.ofDays(3)), "/admin/words/7/remove"),
            new WordsPage.Row("כסף קל", ago(Duration.ofDays(1)), "/admin/words/8/remove")),
        Field.of("word", "!!").refused("One line with a letter or a digit in it."));
  }

  private static Frame frame(String title) {
    return Samples.staff(title, Section.ADMIN, "/admin");
  }

  private static OverviewPage overview() {
    return new OverviewPage(
        frame("Overview"),
        List.of(
            new OverviewPage.Figure("1,204", "Members"),
            new OverviewPage.Figure("31,870", "Posts"),
            new OverviewPage.Figure("482", "Letters this week"),
            new OverviewPage.Figure("3", "Mails waiting")),
        List.of(new Link("2 jobs gave up", "/admin/jobs?state=failed")),
        List.of(
            new OverviewPage.Line("Database", "11.4.5-MariaDB"),
            new OverviewPage.Line("Search", "All that was written is in the index."),
            new OverviewPage.Line("Disk", "More than 1 GB is free.")),
        List.of(
            new OverviewPage.Kind("send-mail", 12, 2),
            new OverviewPage.Kind("on-search-replied", 1, 0)));
  }

  private static BoardsPage boards() {
    return new BoardsPage(
        frame("Boards"),
        List.of(
            new BoardsPage.BoardRow(
                "1",
                "The garden",
                "/admin/boards/1",
                Count.threads(482),
                "everyone reads, members write",
                true,
                false),
            new BoardsPage.BoardRow(
                "2",
                "Kitchen and cellar",
                "/admin/boards/2",
                Count.threads(207),
                "everyone reads, members write",
                false,
                false),
            new BoardsPage.BoardRow(
                "3",
                "The shed",
                "/admin/boards/3",
                Count.threads(1),
                "for the group Growers",
                false,
                true)));
  }

  private static BoardFormPage board() {
    return new BoardFormPage(
        frame("Edit board"),
        "/admin/boards/1",
        true,
        Field.of("title", "The garden"),
        Field.of("slug", "the garden").refused("Only a to z, 0 to 9 and hyphen."),
        Field.of("description", "Trees, soil, pruning and everything that bites them."),
        Field.of("approve_first", "12").refused("A number from 0 to 10."),
        List.of(
            audience("read", "Who may read?", true, "visitors"),
            audience("reply", "Who may answer?", false, "members"),
            audience("start", "Who may start threads?", false, "groups")));
  }

  private static BoardFormPage.AudienceField audience(
      String name, String question, boolean visitors, String chosen) {
    var choices =
        List.of(
            new Choice("visitors", "Everyone, visitors too", chosen.equals("visitors")),
            new Choice("members", "Members", chosen.equals("members")),
            new Choice("staff", "Staff", chosen.equals("staff")),
            new Choice("groups", "Members of these groups", chosen.equals("groups")));
    return new BoardFormPage.AudienceField(
        name,
        question,
        visitors ? choices : choices.subList(1, 4),
        List.of(
            new Choice("1", "Growers", chosen.equals("groups")),
            new Choice("2", "Cellarers", false)));
  }

  private static MembersPage members() {
    return new MembersPage(
        frame("Members"),
        Field.of("name", "b"),
        List.of(
            row(ben(), "ben", "member", "active"),
            row(
                longName(),
                "bartholomew-the-very-patient-o",
                "member",
                "silenced until 1 December 2026"),
            row(ada(), "ada", "moderator", "active")),
        Pager.byKey(Optional.empty(), Optional.of("/admin/members?after=ben")));
  }

  private static MembersPage.Row row(
      MemberName name, String username, String role, String standing) {
    return new MembersPage.Row(
        name,
        "/admin/members/" + username,
        role,
        standing,
        ago(Duration.ofDays(90)),
        Count.posts(77));
  }

  private static MemberFormPage member() {
    return new MemberFormPage(
        frame("chidi-o"),
        chidi(),
        "/admin/members/chidi-o",
        Optional.of("Silenced until 1 December 2026: wrote the same thing in nine threads."),
        List.of(
            new Choice("member", "Member", true),
            new Choice("moderator", "Moderator", false),
            new Choice("administrator", "Administrator", false)),
        List.of(new Choice("1", "The garden", false), new Choice("2", "Kitchen and cellar", false)),
        List.of(
            new Choice("active", "Active", false),
            new Choice("silenced", "Silenced: reads, but writes nothing", true),
            new Choice(
                "suspended", "Suspended: signs in only to see why, to export and to leave", false)),
        Field.of("days", "7"),
        Field.empty("reason"));
  }

  private static JobsPage jobs() {
    return new JobsPage(
        frame("Jobs"),
        List.of(
            new JobsPage.Tally("letter.compose", "waiting", "12"),
            new JobsPage.Tally("mail.deliver", "waiting", "1,204"),
            new JobsPage.Tally("mail.deliver", "gave up", "2")),
        List.of(
            new ListLink("Waiting", "/admin/jobs", false),
            new ListLink("Gave up", "/admin/jobs?state=failed", true)),
        List.of(
            new JobsPage.Job(
                "481726",
                "mail.deliver",
                "gave up",
                14,
                ago(Duration.ofDays(1)),
                Optional.of("connection refused"),
                Optional.of("/admin/jobs/481726/retry")),
            new JobsPage.Job(
                "481727",
                "mail.deliver",
                "waiting",
                0,
                ago(Duration.ofMinutes(-5)),
                Optional.empty(),
                Optional.empty())),
        Pager.none());
  }
}
