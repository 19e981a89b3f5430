package postern.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * One clause of what the forum promises.
 *
 * @param promise the promise, as a person reads it
 * @param does what this software does for it
 * @param missing what a clause that is not kept in full still lacks
 * @param keeps the classes that keep it, with their packages
 * @param tests the tests that fail when it breaks, each as class#method
 * @param kept how long what it touches is kept
 */
public record Promise(
    @JsonProperty(required = true) int number,
    @JsonProperty(required = true) String promise,
    @JsonProperty(required = true) String does,
    @JsonProperty(required = true) State state,
    Optional<String> missing,
    @JsonProperty(required = true) List<String> keeps,
    @JsonProperty(required = true) List<String> tests,
    @JsonProperty(required = true) String kept) {
  /** How much of a promise this version of the software keeps. */
  public enum State {
    KEPT,
    PARTLY,
    NOT_YET
  }

  public Promise {
    missing = missing == null ? Optional.empty() : missing;
    keeps = List.copyOf(keeps);
    tests = List.copyOf(tests);
    if ((state == State.KEPT) == missing.isPresent()) {
      throw new IllegalArgumentException("clause " + number + " says wrongly what it lacks");
    }
    if (state != State.NOT_YET && (keeps.isEmpty() || tests.isEmpty())) {
      throw new IllegalArgumentException("clause " + number + " lacks its code or its test");
    }
  }
}
