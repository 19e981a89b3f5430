package postern.delivery;

import java.util.Set;
import postern.kernel.MemberId;

/**
 * A mail that the forum itself writes to one person: plain text, from the forum's own address.
 *
 * @param kind a closed word for logs and metrics, such as {@code verify-address}
 * @param subject one line
 * @param text paragraphs in plain words; links stand on lines of their own
 * @param about the members who had a part in it and whose addresses its reader may not see; the
 *     gate looks for them
 */
public record Notice(String kind, String subject, String text, Set<MemberId> about) {
  public Notice {
    about = Set.copyOf(about);
  }

  public static Notice of(String kind, String subject, String text) {
    return new Notice(kind, subject, text, Set.of());
  }
}
