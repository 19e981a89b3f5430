package postern.web;

import static postern.web.Samples.ago;
import static postern.web.Samples.ben;
import static postern.web.Samples.chidi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import postern.threads.SafeHtml;
import postern.web.about.CookiesPage;
import postern.web.about.PrivacyPage;
import postern.web.boards.ListLink;
import postern.web.errors.ErrorPage;
import postern.web.moderation.ReportedLettersPage;
import postern.web.sandbox.SandboxMessagePage;
import postern.web.sandbox.SandboxPage;

/** The remaining pages with made-up content. */
final class SiteSamples {
  private SiteSamples() {}

  static Map<String, PageModel> all() {
    var all = new LinkedHashMap<String, PageModel>();
    all.put("reported-letters", reported());
    all.put("sandbox", sandbox());
    all.put("sandbox-message", message());
    all.put("privacy", privacy());
    all.put("cookies", cookies());
    for (int status : new int[] {401, 403, 404, 421, 429, 500, 503}) {
      all.put("error-" + status, error(status));
    }
    return all;
  }

  private static ReportedLettersPage reported() {
    return new ReportedLettersPage(
        Samples.staff("Reported letters", Section.MODERATION, "/moderation/letters"),
        List.of(
            new ListLink("Open", "/moderation/letters", true),
            new ListLink("Decided", "/moderation/letters?state=decided", false)),
        List.of(
            report("1", ben(), Optional.of("Buy my quinces now, last chance."), Optional.empty()),
            report(
                "2",
                chidi(),
                Optional.empty(),
                Optional.of("Dismissed by Mara Voss 2 days ago: a misunderstanding."))),
        Pager.none());
  }

  private static ReportedLettersPage.Report report(
      String id, MemberName by, Optional<String> text, Optional<String> decided) {
    return new ReportedLettersPage.Report(
        id,
        by,
        ago(Duration.ofDays(3)),
        ago(Duration.ofHours(5)),
        "Quinces",
        text,
        "The fifth of these this week.",
        decided);
  }

  private static SandboxPage sandbox() {
    return new SandboxPage(
        Samples.guest("Sandbox", Section.SANDBOX, "/sandbox"),
        List.of(
            new SandboxPage.Row(
                "/sandbox/1",
                "ada@quill.example",
                "\"Chidi (chidi-o, Orchard Talk)\""
                    + " <chidi-o.k3vq7wmz2abtnxpe@members.orchard.example>",
                "Two beehives",
                ago(Duration.ofMinutes(4))),
            new SandboxPage.Row(
                "/sandbox/2",
                "a.rather.long.local.part.of.an.address@mail.orchard-keepers.example",
                "Orchard Talk <reply@members.orchard.example>",
                "Confirm your address",
                ago(Duration.ofMinutes(50)))));
  }

  private static SandboxMessagePage message() {
    return new SandboxMessagePage(
        Samples.guest("Two beehives", Section.SANDBOX, "/sandbox/1"),
        "Two beehives",
        List.of(
            new SandboxMessagePage.Header(
                "From",
                "\"Chidi (chidi-o, Orchard Talk)\""
                    + " <chidi-o.k3vq7wmz2abtnxpe@members.orchard.example>"),
            new SandboxMessagePage.Header("To", "ada@quill.example"),
            new SandboxMessagePage.Header("Date", "Mon, 23 Nov 2026 15:00:00 +0000")),
        SafeHtml.escaped(
            "Dear Ada,\n\n"
                + "the beehives could go behind the shed.\n\n"
                + "Chidi\n\n"
                + "--\n"
                + "A member of Orchard Talk wrote this, not its staff."),
        "From: \"Chidi (chidi-o, Orchard Talk)\"\r\n"
            + " <chidi-o.k3vq7wmz2abtnxpe@members.orchard.example>\r\n"
            + "To: ada@quill.example\r\n"
            + "Subject: Two beehives\r\n"
            + "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes;"
            + " a-long-parameter=that-goes-on\r\n\r\n"
            + "Dear Ada,\r\n",
        ago(Duration.ofMinutes(4)),
        Optional.of("/sandbox/1/answer"),
        "ada@quill.example",
        Field.empty("body"));
  }

  private static PrivacyPage privacy() {
    var clauses = new ArrayList<PrivacyPage.Clause>();
    clauses.add(
        new PrivacyPage.Clause(
            1,
            "The policy in force is always posted.",
            "With the date of its update and from when it holds. Earlier versions stay readable.",
            Optional.empty()));
    clauses.add(
        new PrivacyPage.Clause(
            2,
            "The site can be read without telling who you are.",
            "Public boards, feeds and profiles need no account, and reading sets no cookie.",
            Optional.empty()));
    clauses.add(
        new PrivacyPage.Clause(
            6,
            "Members see your username and may write to you; they do not see your address unless"
                + " you chose so.",
            "Letters go through the relay, which writes each anew.",
            Optional.empty()));
    clauses.add(
        new PrivacyPage.Clause(
            7,
            "Error reports are sent of your own will.",
            "A form shows exactly what is sent.",
            Optional.of("the form and the group that reads them")));
    return new PrivacyPage(
        Samples.guest("Privacy", Section.NONE, "/privacy"),
        "The Orchard Society, Lindow",
        "privacy@orchard.example",
        "1 November 2026",
        "15 November 2026",
        List.of("The time for which bounced mail is kept is now stated."),
        clauses,
        List.of(
            new PrivacyPage.Value("Letters that nobody keeps", "gone when delivered"),
            new PrivacyPage.Value("Links to confirm an address", "hold for 2 days"),
            new PrivacyPage.Value("Usernames", "shown to visitors on public boards")),
        List.of(),
        List.of(new PrivacyPage.Version("3 May 2025", "1 June 2025", "/privacy/1")));
  }

  private static CookiesPage cookies() {
    return new CookiesPage(
        Samples.guest("Cookies", Section.NONE, "/cookies"),
        List.of(
            new CookiesPage.Cookie(
                "__Host-session",
                "Keeps you signed in.",
                "when you sign in",
                "30 days, or until you sign out"),
            new CookiesPage.Cookie(
                "__Host-device",
                "Knows this browser again, so that a stranger’s guesses do not slow you.",
                "when you sign in",
                "a year"),
            new CookiesPage.Cookie(
                "__Host-closed",
                "Keeps the sign-up form closed.",
                "by the question for age",
                "a day")));
  }

  private static ErrorPage error(int status) {
    return new ErrorPage(
        Samples.guest(ErrorPage.titleOf(status), Section.NONE, "/x"),
        status,
        switch (status) {
          case 404 -> "There is nothing here, or it is not for you to see.";
          case 429 ->
              "That was too much at once. Wait 30 seconds and try again; what you typed is still in"
                  + " the form.";
          case 500 -> "It was not you. Try again; nothing that was saved is lost.";
          case 503 -> "The database rests for a moment. Reload in a minute.";
          default -> "Ask an administrator if you think it should be.";
        },
        status == 500 ? Optional.of("i7k3-9qpx") : Optional.empty(),
        ErrorPage.waysFrom(status));
  }
}
