package postern.privacy;

import java.util.List;
import java.util.stream.Collectors;

/** docs/privacy.md, written from the promises. */
final class PolicyDocument {
  private final Promises policy;

  PolicyDocument(Promises policy) {
    this.policy = policy;
  }

  String text() {
    var text = new StringBuilder(HEAD.formatted(policy.updated(), policy.effective()));
    policy.promises().forEach(promise -> text.append(row(promise)));
    policy.promises().forEach(promise -> text.append(section(promise)));
    return text.toString();
  }

  private static final String HEAD =
      """
      # What the forum promises, clause by clause

      This file is written from `forum-api/src/main/resources/postern/privacy/promises.yml`, as the site's `/privacy` is. Change
      that, not this: a test compares the two, and fails when a clause names a class or a test that does not exist.

      Updated %s, in effect from %s. This version of the software does not keep every promise yet; each clause says what it lacks.

      | # | the promise | kept |
      | --- | --- | --- |
      """;

  private static String row(Promise promise) {
    return "| [%d](#clause-%d) | %s | %s |\n"
        .formatted(promise.number(), promise.number(), promise.promise(), word(promise.state()));
  }

  private static String section(Promise promise) {
    var text = new StringBuilder("\n## Clause %d\n\n".formatted(promise.number()));
    text.append("**%s**\n\n".formatted(promise.promise()));
    text.append(promise.does()).append("\n\n");
    text.append("- Kept: %s.".formatted(word(promise.state())));
    promise.missing().ifPresent(missing -> text.append(" Missing: ").append(missing));
    text.append('\n');
    text.append("- Code: %s\n".formatted(names(promise.keeps())));
    text.append("- Tests that fail when it breaks: %s\n".formatted(names(promise.tests())));
    text.append("- How long what it touches is kept: %s\n".formatted(promise.kept()));
    return text.toString();
  }

  private static String names(List<String> names) {
    return names.isEmpty()
        ? "none yet"
        : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String word(Promise.State state) {
    return switch (state) {
      case KEPT -> "yes";
      case PARTLY -> "in part";
      case NOT_YET -> "not yet";
    };
  }
}
