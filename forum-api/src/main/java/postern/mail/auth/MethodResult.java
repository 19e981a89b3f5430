package postern.mail.auth;

import java.net.IDN;
import java.util.Map;
import java.util.Optional;
import postern.kernel.EmailAddress;

/** One method's result with its properties, of which some are addresses: it has no text form. */
final class MethodResult {
  private final String method;
  private final String result;
  private final Map<String, String> properties;

  MethodResult(String method, String result, Map<String, String> properties) {
    this.method = method;
    this.result = result;
    this.properties = Map.copyOf(properties);
  }

  boolean is(String other) {
    return method.equals(other);
  }

  boolean says(String other) {
    return result.equals(other);
  }

  String result() {
    return result;
  }

  Optional<String> property(String name) {
    return Optional.ofNullable(properties.get(name));
  }

  /** True when the property is exactly the address's domain, or an address there. */
  boolean domainIs(String name, EmailAddress address) {
    return property(name)
        .map(value -> value.substring(value.lastIndexOf('@') + 1))
        .flatMap(MethodResult::ascii)
        .filter(address::isAt)
        .isPresent();
  }

  private static Optional<String> ascii(String domain) {
    try {
      return Optional.of(IDN.toASCII(domain));
    } catch (IllegalArgumentException notADomain) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "MethodResult[" + method + "]";
  }
}
