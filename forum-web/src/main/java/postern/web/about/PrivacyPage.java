package postern.web.about;

import java.util.List;
import java.util.Optional;
import postern.web.Frame;
import postern.web.PageModel;

/**
 * {@code GET /privacy}: the promises with the values in force.
 *
 * @param operator who runs the site
 * @param contact how they can be reached
 * @param updated the date of this version
 * @param effective from when it holds
 * @param changes what changed since the version before
 * @param earlier the earlier versions
 */
public record PrivacyPage(
    Frame frame,
    String operator,
    String contact,
    String updated,
    String effective,
    List<String> changes,
    List<Clause> clauses,
    List<Value> values,
    List<Processor> processors,
    List<Version> earlier)
    implements PageModel {
  public PrivacyPage {
    changes = List.copyOf(changes);
    clauses = List.copyOf(clauses);
    values = List.copyOf(values);
    processors = List.copyOf(processors);
    earlier = List.copyOf(earlier);
  }

  public boolean hasChanges() {
    return !changes.isEmpty();
  }

  public boolean hasProcessors() {
    return !processors.isEmpty();
  }

  public boolean hasEarlier() {
    return !earlier.isEmpty();
  }

  /**
   * One promise.
   *
   * @param how what the software does for it
   * @param notYet what of it this version of the software does not do yet
   */
  public record Clause(long number, String promise, String how, Optional<String> notYet) {}

  /** A setting in force. */
  public record Value(String name, String value) {}

  /**
   * Who else handles data, and for what.
   *
   * @param agreed the date of the agreement with them; none where nobody entered it
   */
  public record Processor(String name, String task, String data, Optional<String> agreed) {
    public boolean undated() {
      return agreed.isEmpty();
    }
  }

  /** An earlier version of the policy. */
  public record Version(String updated, String effective, String href) {}
}
