package postern.mail.auth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The value of one {@code Authentication-Results} field, read by the grammar of RFC 8601 section
 * 2.2. Words without a type, which some programs add, are passed over; what cannot be read at all
 * makes the whole field unreadable.
 */
final class ResultsField {
  private static final Pattern KEYWORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
  private static final Pattern VERSION = Pattern.compile("\\d{1,9}");

  private final List<MethodResult> results;

  private ResultsField(List<MethodResult> results) {
    this.results = List.copyOf(results);
  }

  List<MethodResult> results() {
    return results;
  }

  /** Who wrote the field, as it says itself; empty when that cannot be read. */
  static Optional<String> authservId(String value) {
    var scanner = new Scanner(value);
    var id = scanner.value();
    return id.isEmpty() ? Optional.empty() : Optional.of(id);
  }

  static Optional<ResultsField> parse(String value) {
    try {
      return Optional.of(read(new Scanner(value)));
    } catch (Unreadable unreadable) {
      return Optional.empty();
    }
  }

  private static ResultsField read(Scanner scanner) throws Unreadable {
    scanner.value();
    if (!scanner.atEnd() && !scanner.sees(';')) {
      version(scanner.value());
    }
    var results = new ArrayList<MethodResult>();
    while (!scanner.atEnd()) {
      scanner.expect(';');
      if (!scanner.atEnd() && !scanner.sees(';')) {
        result(scanner).ifPresent(results::add);
      }
    }
    if (scanner.unclosed()) {
      throw new Unreadable();
    }
    return new ResultsField(results);
  }

  /**
   * Section 2.2: a field of another version is to be ignored; for us it is unreadable, so nothing
   * is proven.
   */
  private static void version(String version) throws Unreadable {
    if (!VERSION.matcher(version).matches() || Integer.parseInt(version) != 1) {
      throw new Unreadable();
    }
  }

  private static Optional<MethodResult> result(Scanner scanner) throws Unreadable {
    var method = keyword(scanner);
    if (method.equals("none") && (scanner.atEnd() || scanner.sees(';'))) {
      return Optional.empty();
    }
    if (scanner.sees('/')) {
      scanner.expect('/');
      version(scanner.word());
    }
    scanner.expect('=');
    var result = keyword(scanner);
    return Optional.of(new MethodResult(method, result, properties(scanner)));
  }

  private static Map<String, String> properties(Scanner scanner) throws Unreadable {
    var properties = new HashMap<String, String>();
    while (!scanner.atEnd() && !scanner.sees(';')) {
      var name = scanner.word().toLowerCase(Locale.ROOT);
      scanner.skip();
      // "header . d" with blanks is allowed, and written by nobody.
      scanner.expect('=');
      var value = scanner.value();
      var earlier = properties.put(name, value);
      if (name.isEmpty() || earlier != null && !earlier.equals(value)) {
        throw new Unreadable();
      }
    }
    return properties;
  }

  private static String keyword(Scanner scanner) throws Unreadable {
    var word = scanner.word();
    if (!KEYWORD.matcher(word).matches()) {
      throw new Unreadable();
    }
    return word.toLowerCase(Locale.ROOT);
  }

  /** The field breaks the grammar. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** Words, quoted strings and signs, with white space and nested comments between them. */
  private static final class Scanner {
    private final String text;
    private int at;
    private boolean unclosed;

    Scanner(String text) {
      this.text = text;
    }

    boolean atEnd() {
      skip();
      return at == text.length();
    }

    /**
     * True when a comment or a quoted string met the end: somebody else's text may have opened it.
     */
    boolean unclosed() {
      return unclosed;
    }

    boolean sees(char sign) {
      skip();
      return at < text.length() && text.charAt(at) == sign;
    }

    void expect(char sign) throws Unreadable {
      if (!sees(sign)) {
        throw new Unreadable();
      }
      at++;
    }

    /** Up to a sign of the grammar. */
    String word() {
      return run("=;/\"(");
    }

    /**
     * A value, which may hold such signs: a domain, an address, part of a signature; or a quoted
     * string.
     */
    String value() {
      skip();
      var value = new StringBuilder();
      if (at < text.length() && text.charAt(at) == '"') {
        value.append(quoted());
      }
      return value.append(run(";\"(", false)).toString();
    }

    void skip() {
      int depth = 0;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (depth > 0 && c == '\\') {
          at++;
        } else if (c == '(') {
          depth++;
        } else if (depth > 0 && c == ')') {
          depth--;
        } else if (depth == 0 && !Character.isWhitespace(c)) {
          return;
        }
        at = Math.min(at + 1, text.length());
      }
      unclosed |= depth > 0;
    }

    private String run(String signs) {
      return run(signs, true);
    }

    private String run(String signs, boolean skipping) {
      if (skipping) {
        skip();
      }
      int from = at;
      while (at < text.length()
          && !Character.isWhitespace(text.charAt(at))
          && signs.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(from, at);
    }

    private String quoted() {
      var value = new StringBuilder();
      at++;
      while (at < text.length() && text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' && at + 1 < text.length() ? 1 : 0;
        value.append(text.charAt(at++));
      }
      unclosed |= at == text.length();
      at = Math.min(at + 1, text.length());
      return value.toString();
    }
  }
}
