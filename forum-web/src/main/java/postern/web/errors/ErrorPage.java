package postern.web.errors;

import java.util.List;
import java.util.Optional;
import postern.web.Frame;
import postern.web.Link;
import postern.web.PageModel;

/**
 * An answer that says no. The frame's title says what happened.
 *
 * @param status the HTTP status
 * @param what what to do, in a sentence or two
 * @param incident the number to tell the operators, when it is our fault
 * @param ways where to go from here
 */
public record ErrorPage(
    Frame frame, int status, String what, Optional<String> incident, List<Link> ways)
    implements PageModel {
  private static final Link HOME = new Link("Go to the boards", "/");
  private static final Link LATEST = new Link("See the latest threads", "/latest");
  private static final Link SIGN_IN = new Link("Sign in", "/sign-in");

  public ErrorPage {
    ways = List.copyOf(ways);
  }

  /** The words above an answer with this status. */
  public static String titleOf(int status) {
    return switch (status) {
      case 400 -> "That could not be read";
      case 401 -> "Sign in first";
      case 403 -> "This is not open to you";
      case 404 -> "There is nothing here";
      case 405 -> "This page does not take that";
      case 409, 412 -> "Somebody was faster";
      case 413 -> "That was too long";
      case 415 -> "That is of a kind we do not take";
      case 421 -> "This is not the site you asked for";
      case 429 -> "A little slower, please";
      case 451, 503 -> "Back in a moment";
      case 507 -> "There is no room left";
      default -> status >= 500 ? "Something broke here" : "That did not work";
    };
  }

  /** Ways out that fit the status. */
  public static List<Link> waysFrom(int status) {
    return switch (status) {
      case 401 -> List.of(SIGN_IN, HOME);
      case 404 -> List.of(HOME, LATEST);
      case 421, 503 -> List.of();
      default -> List.of(HOME);
    };
  }

  /** Who looked for something may look for it here. */
  public boolean lost() {
    return status == 404;
  }

  public boolean ours() {
    return incident.isPresent();
  }
}
