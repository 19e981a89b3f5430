package postern.mail.smtp;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What follows a path: {@code KEY} or {@code KEY=VALUE}, each once (RFC 5321 section 4.1.2). */
final class Parameters {
  private static final Pattern KEY = Pattern.compile("[A-Z0-9][A-Z0-9-]*");
  private static final Pattern VALUE = Pattern.compile("[!-<>-~]+");

  /** 18 digits are always a long; the 20 that RFC 1870 section 4 allows are not. */
  private static final Pattern READABLE_SIZE = Pattern.compile("\\d{1,18}");

  private static final Pattern SIZE = Pattern.compile("\\d{1,20}");

  private final Map<String, String> values;

  private Parameters(Map<String, String> values) {
    this.values = values;
  }

  static Optional<Parameters> parse(String text) {
    var values = new LinkedHashMap<String, String>();
    for (var word : text.isBlank() ? new String[0] : text.strip().split(" +")) {
      int equals = word.indexOf('=');
      var key = (equals < 0 ? word : word.substring(0, equals)).toUpperCase(Locale.ROOT);
      var value = equals < 0 ? "" : word.substring(equals + 1);
      boolean valid = KEY.matcher(key).matches() && (equals < 0 || VALUE.matcher(value).matches());
      if (!valid || values.put(key, value) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new Parameters(values));
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  boolean smtpUtf8() {
    return values.containsKey("SMTPUTF8");
  }

  /** What is wrong with these after MAIL; empty when nothing is. */
  Optional<Reply> refusal(long largestMessage) {
    for (var parameter : values.entrySet()) {
      var value = parameter.getValue();
      var refusal =
          switch (parameter.getKey()) {
            case "SIZE" -> sizeRefusal(value, largestMessage);
            case "BODY" ->
                value.equalsIgnoreCase("7BIT") || value.equalsIgnoreCase("8BITMIME")
                    ? Optional.<Reply>empty()
                    : wrongValue();
            case "SMTPUTF8" -> value.isEmpty() ? Optional.<Reply>empty() : wrongValue();
            default -> Optional.of(unknown());
          };
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  static Reply unknown() {
    return new Reply(555, "5.5.4", "This parameter is not known here");
  }

  private static Optional<Reply> sizeRefusal(String size, long largestMessage) {
    if (!SIZE.matcher(size).matches()) {
      return wrongValue();
    }
    boolean fits = READABLE_SIZE.matcher(size).matches() && Long.parseLong(size) <= largestMessage;
    return fits ? Optional.empty() : Optional.of(Answers.TOO_LARGE);
  }

  private static Optional<Reply> wrongValue() {
    return Optional.of(new Reply(501, "5.5.4", "A parameter has a value that it cannot have"));
  }
}
