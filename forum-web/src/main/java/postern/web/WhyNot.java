package postern.web;

import java.util.Optional;

/**
 * Says why somebody cannot do a thing here, and what they can do about it.
 *
 * @param signIn the sign-in page that leads back here, where that is all it takes
 * @param text the sentence; after the words "Sign in" where there is such a link
 */
public record WhyNot(Optional<String> signIn, String text) {
  public static WhyNot of(String sentence) {
    return new WhyNot(Optional.empty(), sentence);
  }

  /**
   * @param path where they are
   * @param end what they could do then, such as "to reply."
   */
  public static WhyNot signIn(String path, String end) {
    return new WhyNot(Optional.of(Next.signIn(path)), end);
  }
}
