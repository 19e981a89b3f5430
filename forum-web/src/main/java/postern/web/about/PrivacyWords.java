package postern.web.about;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import postern.accounts.AccountSettings;
import postern.delivery.Courier;
import postern.delivery.DeliverySettings;
import postern.privacy.Promise;
import postern.privacy.Promises;
import postern.sessions.Sessions;
import postern.web.Frame;

/** The promises with the values that are in force on this site. */
final class PrivacyWords {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final Promises policy;
  private final Operator operator;
  private final AccountSettings accounts;
  private final DeliverySettings delivery;

  PrivacyWords(
      Promises policy, Operator operator, AccountSettings accounts, DeliverySettings delivery) {
    this.policy = policy;
    this.operator = operator;
    this.accounts = accounts;
    this.delivery = delivery;
  }

  PrivacyPage page(Frame frame) {
    return new PrivacyPage(
        frame,
        operator.nameOrLack(),
        operator.contactOrLack(),
        date(policy.updated()),
        date(policy.effective()),
        policy.changes(),
        policy.promises().stream().map(PrivacyWords::clause).toList(),
        values(),
        Processors.of(delivery.outbound()),
        List.of());
  }

  private static PrivacyPage.Clause clause(Promise promise) {
    return new PrivacyPage.Clause(
        promise.number(), promise.promise(), promise.does(), promise.missing());
  }

  private List<PrivacyPage.Value> values() {
    return List.of(
        value("Usernames", "shown to visitors on the boards that visitors may read"),
        value("Least age", "13 years, by the month of birth"),
        value("A sign-up that nobody confirms", gone(accounts.signUpLifetime().toJavaDuration())),
        value(
            "A link for a new password",
            "holds for " + words(accounts.resetLifetime().toJavaDuration())),
        value(
            "An address that nobody confirms",
            gone(accounts.addressChangeLifetime().toJavaDuration())),
        value(
            "The undo of a change of address",
            "holds for " + words(accounts.undoLifetime().toJavaDuration())),
        value(
            "A session",
            "ends %s after its last use, at the latest %s after its start"
                .formatted(words(Sessions.SLIDING), words(Sessions.ABSOLUTE))),
        value(
            "A letter that nobody keeps here",
            "gone when it is delivered, or could not be for good"),
        value(
            "Mail that its host does not take at once",
            "tried again for " + words(delivery.retryFor())),
        value(
            "That a mail was sent",
            "kept for %s, without its text".formatted(words(Courier.KEPT_AFTER_SETTLING))),
        value(
            "Network addresses",
            "in no log; counted against abuse as keyed hashes, for an hour at most"));
  }

  private static PrivacyPage.Value value(String name, String value) {
    return new PrivacyPage.Value(name, value);
  }

  private static String gone(Duration after) {
    return "gone after " + words(after);
  }

  private static String words(Duration time) {
    if (time.toHours() >= 48 || time.toHours() == 24) {
      return count(time.toDays(), "day");
    }
    return time.toMinutes() >= 60 && time.toMinutes() % 60 == 0
        ? count(time.toHours(), "hour")
        : count(time.toMinutes(), "minute");
  }

  private static String count(long number, String unit) {
    return number == 1 ? "1 " + unit : number + " " + unit + "s";
  }

  private static String date(LocalDate day) {
    return DATE.format(day);
  }
}
