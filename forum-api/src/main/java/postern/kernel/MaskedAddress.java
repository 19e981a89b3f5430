package postern.kernel;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An address on the relay domain that stands for one member toward exactly one other. It may be
 * printed: it tells nothing but the username, and ends when either side ends it. A type of its own,
 * so that a real address in its place does not compile.
 */
public record MaskedAddress(Username owner, String token, String domain) {
  public MaskedAddress {
    if (!token.matches("[a-z2-7]{16,33}")) {
      throw new IllegalArgumentException("a mask's token is at least 80 bits in base32");
    }
  }

  public String localPart() {
    return owner + "." + token;
  }

  @JsonValue
  public String text() {
    return localPart() + "@" + domain;
  }

  @Override
  public String toString() {
    return text();
  }
}
