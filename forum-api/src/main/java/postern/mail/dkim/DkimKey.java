package postern.mail.dkim;

import java.security.KeyPair;
import java.util.regex.Pattern;

/**
 * A pair of keys under the name by which DNS gives its public half. Prints no key.
 *
 * @param selector one label below {@code _domainkey}
 */
public record DkimKey(String selector, DkimAlgorithm algorithm, KeyPair pair) {
  private static final Pattern SELECTOR = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  public DkimKey {
    if (!SELECTOR.matcher(selector).matches()) {
      throw new IllegalArgumentException(
          "a selector is one label of lower-case letters and digits");
    }
  }

  /** Where its record stands, within the signing domain. */
  public String place() {
    return selector + "._domainkey";
  }

  /** What its record says. */
  public String record() {
    return algorithm.record(pair.getPublic());
  }

  @Override
  public String toString() {
    return "DkimKey[" + selector + "]";
  }
}
