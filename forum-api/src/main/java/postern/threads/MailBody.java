package postern.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The body of a post that came from a mailing list, in parts. It is kept as mail has always been
 * written: a quotation's lines start with {@code >}, a signature follows a line of two hyphens and
 * a space, and a line of the author's own that looks like either is moved one space in (RFC 3676
 * sections 4.3 to 4.5).
 */
public record MailBody(List<Part> parts) {
  private static final String SIGNATURE = "-- ";

  public sealed interface Part {
    String text();
  }

  /** What the author wrote. */
  public record Words(String text) implements Part {}

  /** What somebody else had written; shown folded. */
  public record Quoted(String text) implements Part {}

  /** Shown folded, at the end. */
  public record Signature(String text) implements Part {}

  public MailBody {
    parts = List.copyOf(parts);
  }

  /** The whole as plain text, which {@link #read} reads back into the same parts. */
  String text() {
    return parts.stream().map(MailBody::written).collect(Collectors.joining("\n"));
  }

  /**
   * Reads the plain text back. What follows a signature belongs to it, until a quotation begins.
   */
  static MailBody read(String text) {
    var parts = new ArrayList<Part>();
    var lines = new ArrayList<String>();
    var kind = Kind.WORDS;
    for (var line : text.lines().toList()) {
      var next = kindOf(line, kind);
      if (next != kind || line.equals(SIGNATURE)) {
        close(parts, kind, lines);
        kind = next;
      }
      if (!line.equals(SIGNATURE)) {
        lines.add(bare(line, kind));
      }
    }
    close(parts, kind, lines);
    return new MailBody(parts);
  }

  private enum Kind {
    WORDS,
    QUOTED,
    SIGNATURE
  }

  private static Kind kindOf(String line, Kind before) {
    if (line.startsWith(">")) {
      return Kind.QUOTED;
    }
    return line.equals(SIGNATURE) || before == Kind.SIGNATURE ? Kind.SIGNATURE : Kind.WORDS;
  }

  private static String bare(String line, Kind kind) {
    return switch (kind) {
      case QUOTED -> line.startsWith("> ") ? line.substring(2) : line.substring(1);
      case WORDS, SIGNATURE -> line.startsWith(" ") ? line.substring(1) : line;
    };
  }

  private static void close(List<Part> parts, Kind kind, List<String> lines) {
    var text = String.join("\n", lines);
    lines.clear();
    if (text.isBlank()) {
      return;
    }
    parts.add(
        switch (kind) {
          case WORDS -> new Words(text);
          case QUOTED -> new Quoted(text);
          case SIGNATURE -> new Signature(text);
        });
  }

  private static String written(Part part) {
    return switch (part) {
      case Words words -> lines(words.text(), MailBody::stuffed);
      case Quoted quoted -> lines(quoted.text(), line -> line.isEmpty() ? ">" : "> " + line);
      case Signature signature -> SIGNATURE + "\n" + lines(signature.text(), MailBody::stuffed);
    };
  }

  private static String stuffed(String line) {
    return line.startsWith(">") || line.startsWith(" ") || line.equals(SIGNATURE)
        ? " " + line
        : line;
  }

  private static String lines(String text, UnaryOperator<String> each) {
    return text.lines().map(each).collect(Collectors.joining("\n"));
  }
}
