package postern.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The policy in force: the one source of docs/privacy.md and of the site's page about privacy.
 *
 * @param updated when its words were last changed
 * @param effective from when they hold
 * @param changes what changed since the version before, in sentences
 */
public record Promises(
    @JsonProperty(required = true) LocalDate updated,
    @JsonProperty(required = true) LocalDate effective,
    @JsonProperty(required = true) List<String> changes,
    @JsonProperty(required = true) List<Promise> promises) {
  /** How many clauses the policy has. */
  public static final int CLAUSES = 19;

  public Promises {
    changes = List.copyOf(changes);
    promises = List.copyOf(promises);
    var numbers = promises.stream().map(Promise::number).toList();
    if (!numbers.equals(IntStream.rangeClosed(1, CLAUSES).boxed().toList())) {
      throw new IllegalArgumentException("the clauses are numbered 1 to " + CLAUSES);
    }
  }

  /** The policy that came with this software. */
  public static Promises inForce() {
    try (var source = Promises.class.getResourceAsStream("promises.yml")) {
      return YAMLMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .build()
          .readValue(source, Promises.class);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
