package postern.web.settings;

import java.util.List;
import postern.notices.Channel;
import postern.notices.NoticeKind;
import postern.notices.NoticeRules;
import postern.notices.Pace;
import postern.web.Choice;
import postern.web.Frame;

/**
 * {@code GET /settings/notices}. It posts to {@code /settings/notices}: {@code csrf}, for each kind
 * its name with {@code off}, {@code site} or {@code mail}, {@code watch_on_posting} ({@code yes}
 * when ticked), {@code pace} ({@code soon} or {@code daily}).
 *
 * @param collect how long notices are collected between two mails, in words
 */
public record NoticesSettingsPage(
    Frame frame, List<Kind> kinds, boolean watchOnPosting, List<Choice> paces, String collect)
    implements SettingsPage {
  public NoticesSettingsPage {
    kinds = List.copyOf(kinds);
    paces = List.copyOf(paces);
  }

  static NoticesSettingsPage of(Frame frame, NoticeRules rules, String collect) {
    return new NoticesSettingsPage(
        frame,
        List.of(NoticeKind.values()).stream().map(kind -> kind(kind, rules)).toList(),
        rules.watchOnPosting(),
        List.of(
            new Choice("soon", "The first at once", rules.pace() == Pace.SOON),
            new Choice("daily", "One mail a day", rules.pace() == Pace.DAILY)),
        collect);
  }

  @Override
  public SettingsPart part() {
    return SettingsPart.NOTICES;
  }

  /** One kind of notice with its choices. */
  public record Kind(String name, String text, String meaning, List<Choice> choices) {}

  private static Kind kind(NoticeKind kind, NoticeRules rules) {
    var choices =
        List.of(Channel.values()).stream()
            .filter(channel -> channel != Channel.MAIL || NoticeRules.mailable(kind))
            .map(channel -> choice(channel, rules.of(kind) == channel))
            .toList();
    return switch (kind) {
      case MENTION -> new Kind("mention", "Somebody names you", "With @ and your name.", choices);
      case ANSWER ->
          new Kind(
              "answer",
              "Somebody answers you",
              "In a thread that you started, or by quoting a post of yours.",
              choices);
      case REPLY ->
          new Kind(
              "reply",
              "New posts in a thread that you watch",
              "A thread's page has the button.",
              choices);
      case THREAD ->
          new Kind(
              "thread",
              "New threads on a board that you watch",
              "A board's page has the button.",
              choices);
      case LETTER ->
          new Kind(
              "letter",
              "A letter came",
              "The letter itself comes to your mailbox in any case.",
              choices);
      case DECISION ->
          new Kind(
              "decision",
              "Moderators decided something about you",
              "What they decided and why also stands under Moderation decisions.",
              choices);
    };
  }

  private static Choice choice(Channel channel, boolean chosen) {
    return switch (channel) {
      case OFF -> new Choice("off", "Not at all", chosen);
      case SITE -> new Choice("site", "On the site", chosen);
      case MAIL -> new Choice("mail", "On the site and by mail", chosen);
    };
  }
}
