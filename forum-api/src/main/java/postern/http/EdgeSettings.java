package postern.http;

/**
 * What the edge toward browsers and programs needs to know.
 *
 * @param origin the site's own address
 * @param ratesOn false lifts rate limits, never size limits; only on loopback
 * @param bodyOctets the largest body of a request
 */
public record EdgeSettings(Origin origin, boolean ratesOn, long bodyOctets) {
  public EdgeSettings {
    if (!ratesOn && !origin.onLoopback()) {
      throw new IllegalArgumentException(
          "Rate limits can be lifted only while the origin is on loopback.");
    }
  }
}
