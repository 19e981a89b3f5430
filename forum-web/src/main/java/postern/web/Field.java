package postern.web;

import java.util.Optional;

/**
 * One field of a form, as it was sent or as it starts.
 *
 * @param name the form's name for it, in lower case with underscores; also its id on the page
 * @param value what stands in it
 * @param error what to do next, when it could not be taken as it is
 */
public record Field(String name, String value, Optional<String> error) {
  public static Field empty(String name) {
    return new Field(name, "", Optional.empty());
  }

  public static Field of(String name, String value) {
    return new Field(name, value == null ? "" : value, Optional.empty());
  }

  public Field refused(String error) {
    return new Field(name, value, Optional.of(error));
  }

  public boolean wrong() {
    return error.isPresent();
  }

  /** The ids of what explains the field, for aria-describedby. */
  public String explainedBy() {
    return wrong() ? name + "-error " + name + "-hint" : name + "-hint";
  }
}
