package postern.web;

import java.time.Instant;
import java.util.Optional;
import postern.http.Problem;
import postern.kernel.Viewer;

/**
 * One request for a page: who looks, and what stands around every page of theirs.
 *
 * @param csrf the token that each form of this session carries; none without a session
 * @param path where the request went, without its query
 */
public record Visit(
    Site site,
    Viewer viewer,
    Optional<Me> me,
    Optional<String> csrf,
    Optional<Flash> flash,
    String path,
    Instant now) {

  /** A page at the address that was asked for. */
  public Frame frame(String title, Section section) {
    return frame(title, section, path);
  }

  /**
   * @param canonical the page's own path and query, where it is another than was asked for
   */
  public Frame frame(String title, Section section, String canonical) {
    return new Frame(site, title, me, csrf, section, flash, canonical, Optional.empty());
  }

  /**
   * The member who looks.
   *
   * @throws postern.http.ProblemException with 401 for a guest
   */
  public Viewer.Member member() {
    return switch (viewer) {
      case Viewer.Member member -> member;
      case Viewer.Guest _ -> throw Problem.of(401, "sign-in-needed", "Sign in first.").thrown();
    };
  }

  public boolean guest() {
    return viewer instanceof Viewer.Guest;
  }

  public When when(Instant at) {
    return guest() ? When.dated(at) : When.of(at, now);
  }
}
