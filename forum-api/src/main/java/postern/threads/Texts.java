package postern.threads;

import java.util.Optional;
import java.util.regex.Pattern;
import postern.kernel.Line;

/**
 * Takes what people typed: tidies it, holds it to the limits, renders it. Never inside a
 * transaction: names are looked up.
 */
final class Texts {
  private static final Pattern CONTROLS =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]");

  private final Renderer renderer;
  private final Mentionable members;
  private final ThreadLimits limits;

  Texts(Mentionable members, ThreadLimits limits) {
    this.renderer = Renderer.of(limits.markdown());
    this.members = members;
    this.limits = limits;
  }

  /** A text that may be posted, with what it becomes. */
  record Taken(String body, Rendering.Rendered rendered) {
    String html() {
      return rendered.html().html();
    }
  }

  sealed interface Take {
    record Good(Taken text) implements Take {}

    record Bad(TextFault fault) implements Take {}
  }

  Take take(String typed) {
    var body = tidy(typed == null ? "" : typed);
    if (body.isBlank()) {
      return new Take.Bad(new TextFault.Empty());
    }
    return switch (renderer.render(body, members)) {
      case Rendering.Rendered rendered -> new Take.Good(new Taken(body, rendered));
      case Rendering.Refused(var fault) -> new Take.Bad(fault);
    };
  }

  Optional<String> title(String typed) {
    return Line.parse(typed, limits.titleCharacters()).map(Line::text);
  }

  /** Empty when there is none, or too much of it. */
  Optional<String> reason(String typed) {
    return Line.parse(typed, limits.reasonCharacters()).map(Line::text);
  }

  /** Where a reason may be left out. Empty only when there is too much of it. */
  Optional<String> perhapsReason(String typed) {
    return typed == null || typed.isBlank() ? Optional.of("") : reason(typed);
  }

  ThreadLimits limits() {
    return limits;
  }

  private static String tidy(String typed) {
    return CONTROLS
        .matcher(typed.replace("\r\n", "\n").replace('\r', '\n'))
        .replaceAll("")
        .stripTrailing();
  }
}
