package postern.web.about;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The promises, read from the one file that holds them.
 *
 * @param updated the day of this version, as ISO 8601 has it
 * @param effective from when it holds
 */
record Policy(String updated, String effective, List<String> changes, List<Clause> clauses) {
  Policy {
    changes = List.copyOf(changes);
    clauses = List.copyOf(clauses);
  }

  /** One promise; {@code notYet} is null where all of it is kept. */
  record Clause(long number, String promise, String how, String notYet) {
    Optional<String> missing() {
      return Optional.ofNullable(notYet);
    }
  }

  static Policy read() {
    try (var in = Policy.class.getResourceAsStream("policy.json")) {
      return JsonMapper.builder().build().readValue(in, Policy.class);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
