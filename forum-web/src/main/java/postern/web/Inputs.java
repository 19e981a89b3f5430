package postern.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;

/** What was typed into a form. A field that was not sent is empty text. */
public final class Inputs {
  private final MultivaluedMap<String, String> values;

  private Inputs(MultivaluedMap<String, String> values) {
    this.values = values;
  }

  public static Inputs of(MultivaluedMap<String, String> values) {
    return new Inputs(values);
  }

  public String text(String name) {
    return Optional.ofNullable(values.getFirst(name)).orElse("");
  }

  /** True when the field holds exactly this: a button pressed, a box ticked. */
  public boolean is(String name, String value) {
    return text(name).equals(value);
  }

  /** All values that were chosen. */
  public List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  /** The field as the page shows it again. */
  public Field field(String name) {
    return Field.of(name, text(name));
  }

  /** Prints nothing of what was typed. */
  @Override
  public String toString() {
    return "Inputs[hidden]";
  }
}
