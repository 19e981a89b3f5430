package postern.web;

import java.util.Optional;

/**
 * What is the same on every page of one installation.
 *
 * @param name what the community calls itself
 * @param origin scheme, host and port without a slash at the end
 * @param assets where this build's assets are, without a slash at the end, as {@link Assets#base}
 *     says
 * @param contact the page or address where the operators can be reached
 * @param openToSignUp false when only administrators make accounts
 * @param sandbox true when mail is kept on the site's own sandbox page instead of leaving
 */
public record Site(
    String name,
    String origin,
    String assets,
    Optional<String> contact,
    boolean openToSignUp,
    boolean sandbox) {
  public Site {
    if (origin.endsWith("/") || assets.endsWith("/")) {
      throw new IllegalArgumentException("a base address has no slash at its end");
    }
  }

  /** The host as people say it. */
  public String host() {
    return java.net.URI.create(origin).getAuthority();
  }
}
