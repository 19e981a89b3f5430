package postern.web.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import postern.delivery.Bounces;
import postern.delivery.MailQueue;
import postern.delivery.MailView;
import postern.http.Cursor;
import postern.kernel.Slice;
import postern.web.Count;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Pager;
import postern.web.Visit;
import postern.web.boards.ListLink;

/** Builds the operators' page of mail. */
final class MailPages {
  static final String HERE = "/admin/mail";
  private static final int ACTIONS = 20;

  private final Desk desk;

  MailPages(Desk desk) {
    this.desk = desk;
  }

  /** The lists of mails that one can look at. */
  enum State {
    QUEUED("Waiting"),
    HELD("Held by the gate"),
    UNDELIVERABLE("Not delivered"),
    DROPPED("Dropped");

    private final String words;

    State(String words) {
      this.words = words;
    }

    String query() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which list, and from where on. */
  record Asked(State state, Optional<Cursor> after, Slice<MailView> mails) {}

  MailPage page(Visit visit, Asked asked, Field restReason, Field dropReason) {
    var queue = queue();
    return new MailPage(
        AdminFrames.of(visit, "Mail"),
        queue.restingSince().map(visit::when),
        figures(),
        queue.deferring().stream().map(each -> destination(visit, each)).toList(),
        queue.days().stream().map(MailPages::day).toList(),
        states(asked.state()),
        asked.mails().rows().stream().map(mail -> mail(visit, mail)).toList(),
        pager(asked),
        actions(visit),
        restReason,
        dropReason);
  }

  MailQueue queue() {
    return desk.forum().foundation().delivery().queue();
  }

  private List<OverviewPage.Figure> figures() {
    var waiting = queue().waiting();
    var figures = new ArrayList<OverviewPage.Figure>();
    figures.add(figure(waiting.number(), "mail waits", "mails wait"));
    figures.add(figure(waiting.deferred(), "of them deferred", "of them deferred"));
    for (var each : queue().suspended()) {
      figures.add(
          each.why() == Bounces.Why.BOUNCED
              ? figure(each.number(), "address bounced", "addresses bounced")
              : figure(each.number(), "address complained", "addresses complained"));
    }
    return figures;
  }

  private static OverviewPage.Figure figure(long number, String one, String many) {
    var count = Count.of(number, one, many);
    return new OverviewPage.Figure(count.figure(), count.noun());
  }

  private static MailPage.Destination destination(Visit visit, MailQueue.Deferring each) {
    var code = each.lastCode() == 0 ? "no answer" : Integer.toString(each.lastCode());
    return new MailPage.Destination(
        each.name()
            .orElse("Hosts where mail for fewer than " + MailQueue.NAMED_FROM + " people waits"),
        number(each.mails()),
        each.lastAnswer().isEmpty() ? code : code + ": " + each.lastAnswer(),
        visit.when(each.lastAt()));
  }

  private static MailPage.Day day(MailQueue.Day day) {
    return new MailPage.Day(
        day.day().toString(),
        number(day.sent()),
        number(day.undeliverable()),
        number(day.held()),
        number(day.bounced()),
        number(day.complained()));
  }

  private static String number(long number) {
    return Count.of(number, "", "").figure();
  }

  private static List<ListLink> states(State here) {
    return java.util.Arrays.stream(State.values())
        .map(each -> new ListLink(each.words, HERE + "?state=" + each.query(), each == here))
        .toList();
  }

  private static MailPage.Mail mail(Visit visit, MailView mail) {
    var id = Long.toString(mail.id());
    return new MailPage.Mail(
        id,
        mail.kind(),
        mail.reported() == null
            ? mail.state().toLowerCase(Locale.ROOT)
            : "came back (" + mail.reported().toLowerCase(Locale.ROOT) + ")",
        Count.of(mail.attempts(), "deferral", "deferrals").words()
            + (mail.lastCode() == null || mail.lastCode() == 0
                ? ""
                : ", last answer " + mail.lastCode()),
        visit.when(mail.queuedAt()),
        mail.state().equals("QUEUED") ? Optional.of(HERE + "/" + id) : Optional.empty());
  }

  private static Pager pager(Asked asked) {
    var list = HERE + "?state=" + asked.state().query();
    return Pager.byKey(
        asked.after().map(_ -> list),
        asked.mails().more()
            ? Optional.of(
                list
                    + "&after="
                    + new Cursor(
                            asked.mails().rows().getLast().queuedAt(),
                            asked.mails().rows().getLast().id())
                        .text())
            : Optional.empty());
  }

  private List<MailPage.Acted> actions(Visit visit) {
    var actions = queue().actions(ACTIONS);
    var names =
        desk.people().named(actions.stream().map(MailQueue.Acted::member).distinct().toList());
    return actions.stream()
        .map(
            each ->
                new MailPage.Acted(
                    names.containsKey(each.member())
                        ? names.get(each.member()).text()
                        : "A former administrator",
                    words(each),
                    Optional.of(each.reason()).filter(reason -> !reason.isEmpty()),
                    visit.when(each.at())))
        .toList();
  }

  private static String words(MailQueue.Acted acted) {
    return switch (acted.action()) {
      case REST -> "stopped all sending";
      case RESUME -> "let sending go on";
      case RETRY -> "tried mail " + acted.mail() + " at once";
      case RETRY_ALL -> "tried all mail at once";
      case DROP -> "dropped mail " + acted.mail();
    };
  }
}
