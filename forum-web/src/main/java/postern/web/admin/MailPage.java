package postern.web.admin;

import java.util.List;
import java.util.Optional;
import postern.web.Field;
import postern.web.Frame;
import postern.web.Pager;
import postern.web.When;
import postern.web.boards.ListLink;

/**
 * {@code GET /admin/mail?state=&after=}: what waits, what came back, and the levers. Nobody's
 * address and no letter's words are on it. Its forms post {@code csrf} and, to {@code
 * /admin/mail/rest} and {@code /admin/mail/{id}/drop}, {@code reason}.
 *
 * @param resting since when nothing is sent, if so
 * @param destinations hosts that deferred what still waits
 * @param days what was settled on each day, in UTC
 * @param dropReason as typed with a drop that was refused
 */
public record MailPage(
    Frame frame,
    Optional<When> resting,
    List<OverviewPage.Figure> figures,
    List<Destination> destinations,
    List<Day> days,
    List<ListLink> states,
    List<Mail> mails,
    Pager pager,
    List<Acted> actions,
    Field restReason,
    Field dropReason)
    implements AdminModel {
  public MailPage {
    figures = List.copyOf(figures);
    destinations = List.copyOf(destinations);
    days = List.copyOf(days);
    states = List.copyOf(states);
    mails = List.copyOf(mails);
    actions = List.copyOf(actions);
  }

  @Override
  public AdminPart part() {
    return AdminPart.MAIL;
  }

  public boolean hasDestinations() {
    return !destinations.isEmpty();
  }

  public boolean hasDays() {
    return !days.isEmpty();
  }

  public boolean hasMails() {
    return !mails.isEmpty();
  }

  public boolean hasActions() {
    return !actions.isEmpty();
  }

  /** A host that deferred, or those of few people together. */
  public record Destination(String host, String mails, String answer, When at) {}

  /** One day's figures. */
  public record Day(
      String day,
      String sent,
      String undeliverable,
      String held,
      String bounced,
      String complained) {}

  /**
   * One mail.
   *
   * @param base {@code /admin/mail/{id}}, below which {@code retry} and {@code drop} lie; for those
   *     that wait
   */
  public record Mail(
      String id, String kind, String state, String tried, When queued, Optional<String> base) {}

  /** What an operator did. */
  public record Acted(String who, String what, Optional<String> reason, When at) {}
}
