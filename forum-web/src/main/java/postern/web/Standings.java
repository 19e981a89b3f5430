package postern.web;

import java.util.Optional;
import postern.kernel.Viewer;

/** Says to a viewer why they cannot write, where it is for themselves and not for the place. */
public final class Standings {
  private Standings() {}

  public static Optional<String> whyNotWrite(Viewer viewer) {
    return switch (viewer) {
      case Viewer.Guest _ -> Optional.of("Sign in first.");
      case Viewer.Member member ->
          switch (member.standing()) {
            case ACTIVE -> Optional.empty();
            case SILENCED ->
                Optional.of(
                    "You are silenced for now: you can read, but not write. Your settings say why"
                        + " and until when.");
            case SUSPENDED, ERASED ->
                Optional.of("Your account is suspended. Your settings say why and until when.");
          };
    };
  }
}
