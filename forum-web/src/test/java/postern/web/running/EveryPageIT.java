package postern.web.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import postern.kernel.BoardId;
import postern.kernel.Role;

/** Each page as it is served, narrow and wide, light and dark: axe-core finds nothing. */
@Tag("browser")
@ExtendWith({RunningSite.class, Chromium.class})
class EveryPageIT {
  private static BoardId board;
  private static String thread;
  private static String post;
  private static Person keeper;

  @BeforeAll
  static void plant() {
    board = Orchard.board("Apples");
    Orchard.member("vertumnus", Role.ADMINISTRATOR);
    Orchard.member("flora", Role.MEMBER);
    keeper = new Person(true);
    keeper.goes("/sign-in").signsIn("vertumnus");
    keeper
        .goes("/b/" + board + "/new")
        .fills("title", "Grafting")
        .fills("body", "First\n\n- [ ] a knife\n\n| a | b |\n|---|---|\n| 1 | 2 |")
        .presses("Start thread");
    thread = keeper.page.url();
    post = keeper.page.locator(".post").first().getAttribute("id").substring(1);
    keeper.goes("/m/flora/letter").fills("subject", "Seeds").fills("body", "Have you any?");
    keeper.presses("Send letter");
  }

  @AfterAll
  static void wasSafe() {
    keeper.wasSafe();
    keeper.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/latest",
        "/search",
        "/search?q=the",
        "/search?q=zeppelin",
        "/sign-up",
        "/sign-up/sent",
        "/sign-in",
        "/forgotten",
        "/forgotten/sent",
        "/privacy",
        "/cookies",
        "/sandbox",
        "/m/flora",
        "/verify/abcdefghijklmnopqrstuvwxyz234567",
        "/reset/abcdefghijklmnopqrstuvwxyz234567",
        "/address/abcdefghijklmnopqrstuvwxyz234567",
        "/letters/end/abcdefghijklmnopqrstuvwxyz234567"
      })
  void aVisitorsPage(String path) {
    try (var visitor = new Person(true)) {
      visitor.goes(path).looksAround();
      assertThat(visitor.page.context().cookies()).as("no cookie for visitors").isEmpty();
      visitor.wasSafe();
    }
  }

  @Test
  void theBoardTheThreadAndAMailForAVisitor() {
    try (var visitor = new Person(true)) {
      visitor.goes("/b/" + board).looksAround();
      visitor.goes(thread).looksAround();
      visitor.goes("/sandbox");
      visitor.page.locator("main li a").first().click();
      visitor.page.waitForLoadState();
      visitor.looksAround();
      visitor.wasSafe();
    }
  }

  @Test
  void theFormsOfSigningUp() {
    try (var visitor = new Person(true)) {
      visitor.goes("/sign-up");
      visitor.page.locator("#birth_month").selectOption("3");
      visitor.fills("birth_year", "1980").presses("Continue").looksAround();
      visitor.fills("username", "flora").fills("address", "x@y.example");
      visitor.fills("password", "a quiet yellow lamp").presses("Sign up").looksAround();
      visitor.sees("Somebody has this username.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/letters",
        "/notices",
        "/m/flora/letter",
        "/m/vertumnus",
        "/settings/profile",
        "/settings/address",
        "/settings/letters",
        "/settings/notices",
        "/settings/security",
        "/settings/devices",
        "/settings/tokens",
        "/settings/feeds",
        "/bookmarks",
        "/drafts",
        "/latest?show=unread",
        "/m/vertumnus?show=threads",
        "/settings/claims",
        "/moderation/letters",
        "/admin",
        "/admin/boards",
        "/admin/boards/new",
        "/admin/groups",
        "/admin/members",
        "/admin/members/flora",
        "/admin/jobs",
        "/admin/words",
        "/held"
      })
  void aMembersPage(String path) {
    keeper.goes(path).looksAround();
  }

  @Test
  void theMembersPagesOfAThreadAndALetter() {
    for (var path :
        List.of(
            thread, "/b/" + board + "/new", "/p/" + post + "/edit", "/p/" + post + "/history")) {
      keeper.goes(path).looksAround();
    }
    keeper.goes("/letters").follows("flora").looksAround();
  }
}
