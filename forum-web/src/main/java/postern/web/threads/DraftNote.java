package postern.web.threads;

import java.util.Optional;
import postern.web.When;

/**
 * Where a form's draft is kept.
 *
 * @param address where a script posts what is typed, to be kept: {@code csrf}, {@code title},
 *     {@code body}
 * @param saved when the draft was kept that stands in the form; none when the form stands empty
 */
public record DraftNote(String address, Optional<When> saved) {
  /** Where the draft is ended; takes {@code csrf}. */
  public String forget() {
    return address + "/forget?from=place";
  }
}
