package postern.threads;

import java.util.Map;
import java.util.Set;
import postern.kernel.MemberId;
import postern.kernel.Username;

/**
 * Tells which names are members'. Accounts answers this for real; a test or a preview may answer
 * otherwise.
 */
@FunctionalInterface
public interface Mentionable {
  Mentionable NOBODY = _ -> Map.of();

  /** The members among the given names, asked once for a text. Names of no member are absent. */
  Map<Username, MemberId> among(Set<Username> names);
}
