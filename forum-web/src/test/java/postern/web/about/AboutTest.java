package postern.web.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import postern.MainCode;
import postern.accounts.AccountSettings;
import postern.delivery.DeliverySettings;
import postern.delivery.Outbound;
import postern.http.Origin;
import postern.kernel.MemberId;
import postern.kernel.Scripted;
import postern.kernel.Token;
import postern.privacy.Promises;
import postern.sessions.NewSession;
import postern.sessions.SessionCookies;
import postern.web.Pages;
import postern.web.Samples;
import postern.web.Section;

class AboutTest {
  private static final Pages PAGES = Pages.compiled();
  private static final Operator OPERATOR =
      new Operator("The Orchard Society", "https://orchard.example/contact");

  @Test
  void thePolicyIsPostedWithItsDatesAndEveryClause() {
    var html = page(OPERATOR, new Outbound.Sandbox());
    var policy = Promises.inForce();
    assertThat(html)
        .contains("Updated " + policy.updated().getDayOfMonth() + " ")
        .contains("in effect from " + policy.effective().getDayOfMonth() + " ");
    policy
        .promises()
        .forEach(
            promise -> {
              assertThat(html).contains("id=\"clause-" + promise.number() + "\"");
              assertThat(html).contains(escaped(promise.promise()));
              promise.missing().ifPresent(missing -> assertThat(html).contains(escaped(missing)));
            });
  }

  @Test
  void theRelayHostOfTheConfigurationIsNamed() {
    var relay = new Outbound.Relay("smtp.relay.example", 587, "user", "a password");
    assertThat(page(OPERATOR, relay)).contains("smtp.relay.example").doesNotContain("a password");
    assertThat(page(OPERATOR, new Outbound.Sandbox())).contains("Nobody. Nothing that you give");
  }

  @Test
  void theContactStandsOnThePageAndInSecurityText() {
    assertThat(page(OPERATOR, new Outbound.Sandbox()))
        .contains("The Orchard Society runs this site: https://orchard.example/contact");
    assertThat(page(new Operator("", ""), new Outbound.Sandbox()))
        .contains("Somebody who has not entered a name")
        .contains("no contact is entered");

    var text =
        SecurityTextResource.text(
            OPERATOR.contactUri().orElseThrow(),
            "https://orchard.example",
            Instant.parse("2026-03-01T09:00:00Z"));
    assertThat(text)
        .contains("Contact: https://orchard.example/contact\n")
        .contains("Expires: 2026-08-28T00:00:00Z\n");
  }

  @Test
  void aMailboxBecomesAnAddressAndFreeTextNone() {
    assertThat(new Operator("", "help@orchard.example").contactUri())
        .contains(URI.create("mailto:help@orchard.example"));
    assertThat(new Operator("", "ask at the gate").contactUri()).isEmpty();
  }

  /** A new place that sets cookies fails here until its cookie is listed. */
  @Test
  void everyCookieThatIsSetIsListed() throws IOException {
    for (boolean secure : new boolean[] {false, true}) {
      var cookies = new SessionCookies(Origin.parse(secure ? "https://a.test" : "http://a.test"));
      var token = Token.draw(Scripted.randomness(1));
      var session = new NewSession(null, new MemberId(1), token, Instant.EPOCH);
      assertThat(CookiesResource.all(secure))
          .extracting(CookiesPage.Cookie::name)
          .containsExactlyInAnyOrder(
              cookies.session(session).getName(),
              cookies.device(token).getName(),
              "sign-up-closed");
    }
    try (var files = Files.walk(MainCode.top())) {
      var setters =
          files
              .filter(file -> file.toString().contains("src/main/java"))
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> read(file).contains("NewCookie.Builder"))
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toSet());
      assertThat(setters).containsExactlyInAnyOrder("SessionCookies.java", "Age.java");
    }
  }

  private static String page(Operator operator, Outbound outbound) {
    var delivery =
        new DeliverySettings(
            "Orchard Talk",
            "members.test",
            outbound,
            Duration.ofDays(5),
            DeliverySettings.Signing.beside(Path.of("keys")),
            DeliverySettings.Pace.standard());
    var words =
        new PrivacyWords(Promises.inForce(), operator, AccountSettings.defaults(), delivery);
    return PAGES.html(words.page(Samples.guest("Privacy", Section.NONE, "/privacy")));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("'", "&#39;").replace("\"", "&#34;");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }
}
