package postern.letters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import postern.kernel.LetterId;
import postern.kernel.MemberId;

/**
 * A letter as one of the two sees it.
 *
 * @param body empty where it was not kept, or where letters are closed to this viewer for now
 * @param writtenAt to the minute
 * @param state told to the sender only; the reader sees {@code DELIVERED}
 * @param key the exact time that lists are ordered by; never shown
 * @param heldPlaces for the sender of a held letter: where the gate found their address
 */
public record LetterView(
    LetterId id,
    MemberId sender,
    boolean mine,
    Via via,
    Optional<String> subject,
    Optional<String> body,
    Instant writtenAt,
    LetterState state,
    List<String> heldPlaces,
    Instant key) {
  @Override
  public String toString() {
    return "LetterView[" + id + "]";
  }
}
