package postern.web.about;

import io.dropwizard.util.Duration;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import postern.delivery.Outbound;
import postern.http.Access;
import postern.http.Who;
import postern.web.Desk;
import postern.web.PageWriter;
import postern.web.Section;
import postern.web.about.PrivacyPage.Clause;
import postern.web.about.PrivacyPage.Processor;
import postern.web.about.PrivacyPage.Value;

/** The policy, with the values in force. */
@Path("/privacy")
@Produces(PageWriter.HTML)
public final class PrivacyResource {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final Desk desk;
  private final String operator;
  private final Policy policy = Policy.read();

  PrivacyResource(Desk desk, String operator) {
    this.desk = desk;
    this.operator = operator;
  }

  @GET
  @Access(Who.ANYONE)
  public Response privacy(@Context ContainerRequestContext asked, @Context Request request) {
    var visit = desk.visit(asked);
    var page =
        new PrivacyPage(
            visit.frame("Privacy", Section.NONE),
            operator.isBlank() ? "Nobody named yet, which the operators must mend," : operator,
            visit.site().contact().orElse("no contact is named yet."),
            date(policy.updated()),
            date(policy.effective()),
            policy.changes(),
            policy.clauses().stream().map(PrivacyResource::clause).toList(),
            values(),
            processors(),
            List.of());
    return desk.answers().readable(visit, request, page);
  }

  private static Clause clause(Policy.Clause clause) {
    return new Clause(clause.number(), clause.promise(), clause.how(), clause.missing());
  }

  private List<Value> values() {
    var accounts = desk.forum().settings().accounts();
    return List.of(
        new Value("Least age", "13 years"),
        new Value("Links to confirm an address", held(accounts.signUpLifetime())),
        new Value("Links for a new password", held(accounts.resetLifetime())),
        new Value("Undoing a change of address", held(accounts.undoLifetime())),
        new Value("Sessions", "end 30 days after their last use, and after 90 days"),
        new Value("Mail that could not be delivered at once", retried()),
        new Value("Usernames", "visitors see them on public boards"));
  }

  private String retried() {
    return "is tried again for "
        + desk.forum().settings().delivery().retryFor().toDays()
        + " days, sealed, and then dropped";
  }

  private List<Processor> processors() {
    return switch (desk.forum().settings().delivery().outbound()) {
      case Outbound.Sandbox _ -> List.of();
      case Outbound.Relay relay ->
          List.of(
              new Processor(
                  relay.host(),
                  "takes our mail to its readers",
                  "addresses of recipients, and the letters",
                  "a date that the operators must name"));
    };
  }

  private static String held(Duration life) {
    long hours = life.toHours();
    return hours >= 48 && hours % 24 == 0
        ? "hold for " + hours / 24 + " days"
        : hours == 1 ? "hold for an hour" : "hold for " + life.toMinutes() + " minutes";
  }

  private static String date(String iso) {
    return DATE.format(LocalDate.parse(iso));
  }
}
