package postern.web.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import postern.kernel.BoardId;
import postern.kernel.Role;

/** Signing in and answering with the keyboard alone. */
@Tag("browser")
@ExtendWith({RunningSite.class, Chromium.class})
class KeyboardIT {
  private static final int MOST_STEPS = 80;

  private static BoardId board;

  @BeforeAll
  static void plant() {
    board = Orchard.board("Pears");
    Orchard.member("alcinous", Role.MEMBER);
  }

  @Test
  void signsInAndAnswersWithTheKeyboardAlone() {
    try (var person = new Person(true)) {
      person.goes("/");
      tabTo(person, "a[href='/sign-in']");
      person.page.keyboard().press("Enter");
      person.page.waitForURL("**/sign-in");
      tabTo(person, "#login");
      person.page.keyboard().type("alcinous");
      tabTo(person, "#password");
      person.page.keyboard().type("three red hens walk");
      person.page.keyboard().press("Enter");
      person.page.waitForSelector(".account-name");

      person.goes("/b/" + board + "/new").fills("title", "Pears").fills("body", "Are they ripe?");
      person.presses("Start thread");
      tabTo(person, "#body");
      person.page.keyboard().type("They are.");
      tabTo(person, "button[value='post']");
      person.page.keyboard().press("Enter");
      person.page.waitForURL("**said=posted**");
      person.sees("They are.").wasSafe();
    }
  }

  @Test
  void theSkipLinkIsTheFirstStopAndLeadsToThePage() {
    try (var person = new Person(true)) {
      person.goes("/");
      person.page.keyboard().press("Tab");
      person.page.keyboard().press("Enter");
      assertThat(person.page.evaluate("document.activeElement.id")).isEqualTo("main");
    }
  }

  private static void tabTo(Person person, String selector) {
    for (int step = 0; step < MOST_STEPS; step++) {
      person.page.keyboard().press("Tab");
      if ((boolean)
          person.page.evaluate("wanted => document.activeElement.matches(wanted)", selector)) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not reach " + selector);
  }
}
