package postern.privacy;

import java.time.Instant;
import java.util.List;
import postern.kernel.MemberId;

/** A member's election as that member sees it. */
public record ElectionState(Election election, List<Named> named) {
  public ElectionState {
    named = List.copyOf(named);
  }

  /** One member whom the owner lets see the address. */
  public record Named(MemberId reader, Instant since) {}
}
