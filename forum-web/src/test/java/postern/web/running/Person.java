package postern.web.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody before a browser. What no page may do is noted all the while: an error on the console
 * (where a broken content policy shows, too) and a request to another host.
 */
final class Person implements AutoCloseable {
  private static final String PASSWORD = "three red hens walk";

  // The browser notes every page with such a status, also one that is a form with its errors.
  private static final String REFUSED_FORM = "the server responded with a status of 422";

  final Page page;
  private final BrowserContext context;
  private final List<String> faults = new ArrayList<>();

  Person(boolean scripts) {
    context =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(scripts)
                    .setBaseURL(RunningSite.origin())
                    // A colour that is just changing would be judged half-way.
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setViewportSize(1280, 900));
    page = context.newPage();
    page.setDefaultTimeout(20_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains(REFUSED_FORM)) {
            faults.add(page.url() + " console: " + message.text());
          }
        });
    page.onPageError(error -> faults.add(page.url() + " script: " + error));
    page.onRequest(
        request -> {
          if (!request.url().startsWith(RunningSite.origin() + "/")
              && !request.url().startsWith("data:")) {
            faults.add(page.url() + " asked another host: " + request.url());
          }
        });
  }

  Person goes(String path) {
    page.navigate(path);
    return this;
  }

  Person fills(String field, String text) {
    page.locator("#" + field).fill(text);
    return this;
  }

  Person presses(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
    page.waitForLoadState();
    return this;
  }

  Person follows(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
        .first()
        .click();
    page.waitForLoadState();
    return this;
  }

  Person sees(String words) {
    assertThat(page.locator("main").innerText()).contains(words);
    return this;
  }

  Person seesNot(String words) {
    assertThat(page.locator("body").innerText()).doesNotContain(words);
    return this;
  }

  /** From the front page to a signed-in member, by way of the sandbox. */
  Person joins(String username) {
    var address = username + "@mailbox-of-" + username + ".example";
    goes("/").follows("Sign up");
    page.locator("#birth_month").selectOption("3");
    fills("birth_year", "1980").presses("Continue");
    fills("username", username)
        .fills("address", address)
        .fills("password", PASSWORD)
        .presses("Sign up")
        .sees("Look into your mailbox");
    opensMail(address, "/verify/").presses("Confirm my address").sees("Your address is confirmed");
    return signsIn(username);
  }

  Person signsIn(String username) {
    fills("login", username).fills("password", PASSWORD).presses("Sign in");
    assertThat(page.locator(".account-name").textContent()).contains(username);
    return this;
  }

  /** Waits for the latest mail to this address in the sandbox, and follows its link. */
  Person opensMail(String address, String link) {
    for (int tries = 0; tries < 100; tries++) {
      goes("/sandbox");
      var mail = page.locator("li", new Page.LocatorOptions().setHasText(address));
      if (mail.count() > 0) {
        mail.first().locator("a").click();
        page.waitForLoadState();
        page.locator("a[href*='" + link + "']").first().click();
        page.waitForLoadState();
        return this;
      }
      page.waitForTimeout(200);
    }
    throw new AssertionError("no mail came to the sandbox");
  }

  /** Looks at the page narrow and wide, light and dark, and finds nothing to mend. */
  Person looksAround() {
    for (int width : new int[] {360, 1280}) {
      page.setViewportSize(width, 900);
      for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        var where = page.url() + " " + width + " " + scheme;
        assertThat(violations()).as(where).isEmpty();
        assertThat(overflow()).as(where + " is wider than the window").isLessThanOrEqualTo(0);
      }
    }
    return this;
  }

  private List<String> violations() {
    return new AxeBuilder(page)
        .setLegacyMode(true).analyze().getViolations().stream()
            .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
            .toList();
  }

  private int overflow() {
    return (int)
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** Every cookie in this browser stands on the page about cookies. */
  Person hasOnlyListedCookies() {
    goes("/cookies");
    var listed = page.locator("dt").allTextContents();
    assertThat(context.cookies()).isNotEmpty().allMatch(cookie -> listed.contains(cookie.name));
    return this;
  }

  /** Nothing happened that no page may do. */
  void wasSafe() {
    assertThat(faults).isEmpty();
  }

  @Override
  public void close() {
    context.close();
  }
}
