package postern.web.moderation;

import static postern.web.Samples.ada;
import static postern.web.Samples.ago;
import static postern.web.Samples.ben;
import static postern.web.Samples.chidi;
import static postern.web.Samples.root;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import postern.moderation.FlagReason;
import postern.moderation.Sanction;
import postern.web.Choice;
import postern.web.Field;
import postern.web.Link;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.Samples;
import postern.web.Section;

/** The moderators' pages with made-up content. */
public final class ModerationSamples {
  private ModerationSamples() {}

  public static Map<String, PageModel> all() {
    var all = new LinkedHashMap<String, PageModel>();
    all.put(
        "queue",
        new QueuePage(
            Samples.staff("What waits", Section.MODERATION, "/moderation/queue"),
            List.of(flagged(), held(), answered()),
            Pager.byKey(Optional.empty(), Optional.of("/moderation/queue?after=3"))));
    all.put(
        "queue-empty",
        new QueuePage(
            Samples.staff("What waits", Section.MODERATION, "/moderation/queue"),
            List.of(),
            Pager.none()));
    all.put("queue-item", item(flagged(), true));
    all.put("queue-item-held", item(held(), false));
    all.put("queue-item-answered", item(answered(), false));
    all.put(
        "log",
        new LogPage(
            Samples.staff("What moderators did", Section.MODERATION, "/moderation/log"),
            true,
            List.of(entry(true), silence(true)),
            Pager.none()));
    all.put(
        "log-member",
        new LogPage(
            Samples.member("What moderators did", Section.MODERATION, "/moderation/log"),
            false,
            List.of(entry(false), silence(false)),
            Pager.byKey(Optional.empty(), Optional.of("/moderation/log?after=3"))));
    all.put("flag", flag());
    all.put("sanctions", sanctions());
    all.put(
        "decisions",
        new DecisionsPage(
            Samples.member("Decisions about you", Section.SETTINGS, "/decisions"),
            List.of(
                new DecisionsPage.Row("/decisions/1", entry(false)),
                new DecisionsPage.Row("/decisions/2", answeredDecision())),
            Pager.none()));
    all.put("decision", decision(Optional.of(Field.empty("text"))));
    all.put("decision-answered", decision(Optional.empty()));
    return all;
  }

  private static ItemView flagged() {
    return new ItemView(
        "7",
        "/moderation/queue/7",
        "Flagged by 3 members",
        ben(),
        ago(Duration.ofHours(3)),
        Optional.of(new Link("Canker on the old Bramley, post 4", "/p/104")),
        Optional.of(Samples.html("Buy my *quinces* now, everybody else’s are rotten.")),
        List.of("Spam or advertising.", "Rude, or an attack on somebody: the second half"),
        Optional.empty(),
        List.of("12 posts", "member since 3 May 2026"),
        List.of(entry(false), silence(false)));
  }

  private static ItemView held() {
    return new ItemView(
        "8",
        "/moderation/queue/8",
        "Held until somebody approves it: it is among the first posts of a new member",
        chidi(),
        ago(Duration.ofMinutes(20)),
        Optional.of(new Link("A new thread: Two beehives", "/b/2")),
        Optional.of(Samples.html("Who would like two beehives?")),
        List.of(),
        Optional.empty(),
        List.of("0 posts", "member since 23 November 2026"),
        List.of());
  }

  private static ItemView answered() {
    return new ItemView(
        "9",
        "/moderation/queue/9",
        "A member answered a decision",
        ben(),
        ago(Duration.ofDays(1)),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(new ItemView.Answer(answeredDecision(), "I was quoting.")),
        List.of("12 posts", "member since 3 May 2026", "silenced until 1 December 2026"),
        List.of());
  }

  private static QueueItemPage item(ItemView view, boolean flagged) {
    return new QueueItemPage(
        Samples.staff("A decision of yours", Section.MODERATION, view.href()),
        view,
        Optional.of("/moderation/queue/10"),
        new QueueItemPage.May(flagged, flagged, flagged, flagged, view.what().startsWith("Held")),
        Field.empty("reason"),
        Field.of("days", flagged ? "many" : "").refused("A number of days, or nothing."),
        flagged ? Optional.of(Field.of("body", "Buy my *quinces* now.")) : Optional.empty());
  }

  private static DecisionView entry(boolean names) {
    return new DecisionView(
        "A post was taken out of sight",
        names ? Optional.of(ada()) : Optional.empty(),
        names ? Optional.of(ben()) : Optional.empty(),
        Optional.of(new Link("Canker on the old Bramley", "/p/104")),
        "Advertising stands on the market board.",
        ago(Duration.ofDays(2)),
        Optional.empty(),
        Optional.empty());
  }

  private static DecisionView silence(boolean names) {
    return new DecisionView(
        "A member was silenced",
        names ? Optional.of(root()) : Optional.empty(),
        names ? Optional.of(ben()) : Optional.empty(),
        Optional.empty(),
        "The third time this week.",
        ago(Duration.ofDays(1)),
        Optional.of(ago(Duration.ofDays(-6))),
        names ? Optional.of("I was quoting.") : Optional.empty());
  }

  private static DecisionView answeredDecision() {
    return new DecisionView(
        "You were warned",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "Please mind your words.",
        ago(Duration.ofDays(3)),
        Optional.empty(),
        Optional.of("I was quoting."));
  }

  private static FlagPostPage flag() {
    return new FlagPostPage(
        Samples.member("Flag a post", Section.BOARDS, "/p/104/flag"),
        ben(),
        "Canker on the old Bramley",
        "/p/104",
        "/p/104/flag",
        Arrays.stream(FlagReason.values())
            .map(each -> new Choice(Words.word(each), each.words(), each == FlagReason.OTHER))
            .toList(),
        Optional.empty(),
        Field.empty("note").refused("Say in one line of up to 500 characters what it is."));
  }

  private static SanctionPage sanctions() {
    return new SanctionPage(
        Samples.staff("Warn or limit ben", Section.MODERATION, "/m/ben/sanctions"),
        ben(),
        "/m/ben/sanctions",
        Optional.of("This member is silenced until 1 December 2026 at 12:00 UTC."),
        Arrays.stream(Sanction.values())
            .map(
                kind ->
                    new Choice(
                        kind.name().toLowerCase(java.util.Locale.ROOT),
                        Words.title(kind),
                        kind == Sanction.WARN))
            .toList(),
        Field.of("days", "7"),
        Field.empty("reason"),
        List.of(silence(false)));
  }

  private static DecisionPage decision(Optional<Field> answer) {
    return new DecisionPage(
        Samples.member("A decision", Section.SETTINGS, "/decisions/1"),
        answer.isPresent() ? entry(false) : answeredDecision(),
        "/decisions/1",
        answer);
  }
}
