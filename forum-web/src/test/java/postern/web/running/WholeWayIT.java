package postern.web.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import postern.kernel.BoardId;
import postern.kernel.Role;

/** A new user's whole way through the site, with scripts and without. */
@Tag("browser")
@ExtendWith({RunningSite.class, Chromium.class})
class WholeWayIT {
  private static BoardId board;

  @BeforeAll
  static void plant() {
    board = Orchard.board("General");
    Orchard.member("pomona", Role.MEMBER);
  }

  @Test
  void worksWithScripts() {
    walk(true, "with-scripts");
  }

  @Test
  void worksWithoutScripts() {
    walk(false, "without-scripts");
  }

  private static void walk(boolean scripts, String username) {
    try (var person = new Person(scripts)) {
      person.joins(username);
      startsThread(person);
      replies(person, username);
      edits(person);
      writesLetter(person, username);
      readsLetters(person);
      person.hasOnlyListedCookies();
      person.page.locator(".account summary").click();
      person.presses("Sign out").sees("You are signed out.");
      person.wasSafe();
    }
  }

  private static void startsThread(Person person) {
    person.goes("/b/" + board + "/new").fills("title", "Quinces").fills("body", "Who *has* some?");
    person.presses("Preview");
    assertThat(person.page.locator("[data-preview] em").first().textContent()).isEqualTo("has");
    person.presses("Start thread").sees("Quinces");
    assertThat(person.page.url()).contains("/t/").endsWith("/quinces");
  }

  private static void replies(Person person, String username) {
    person.page.locator("a[data-quote]").first().click();
    person.page.waitForLoadState();
    assertThat(person.page.locator("#body").inputValue()).contains("[" + username + " wrote]");
    person.fills("body", "I have two.").presses("Post reply");
    person.sees("I have two.").sees("Your post stands at the end of the thread.");
  }

  private static void edits(Person person) {
    person.page.locator("a[href$='/edit']").last().click();
    person.page.waitForLoadState();
    person.fills("body", "I have three.").presses("Save post").sees("I have three.");
    person.page.locator("a[href$='/history']").last().click();
    person.page.waitForLoadState();
    assertThat(person.page.locator("ins").textContent()).isEqualTo("three");
  }

  private static void writesLetter(Person person, String username) {
    var own = username + "@mailbox-of-" + username + ".example";
    person.goes("/m/pomona").sees("does not show an address").follows("Write a letter");
    person.fills("subject", "Quinces").fills("body", "Write to me at " + own + " please.");
    person.presses("Send letter").sees("Your own address stands in the text");
    person.presses("Take it out and send").sees("Your letter is on its way.");
    assertThat(person.page.locator("main").innerText()).doesNotContain(own);
  }

  private static void readsLetters(Person person) {
    person.goes("/letters").sees("pomona").follows("pomona").sees("Quinces");
    person.fills("body", "One more thing.").presses("Send letter").sees("One more thing.");
  }
}
