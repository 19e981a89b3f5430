package postern.mail.dkim;

import java.util.Set;

/**
 * One signature.
 *
 * @param domain that signed ({@code d=}), in lower-case ASCII
 * @param fields whose names {@code h=} holds, in lower case
 */
public record Signed(String domain, Set<String> fields, Finding finding) {
  public Signed {
    fields = Set.copyOf(fields);
  }

  public boolean valid() {
    return finding == Finding.VALID;
  }
}
