package postern.mail.dkim;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tags and their values (RFC 6376 section 3.2). */
record TagList(Map<String, String> values) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  /** Empty when it breaks the grammar, or names a tag twice. */
  static Optional<TagList> read(String text) {
    var values = new HashMap<String, String>();
    for (var tag : text.split(";", -1)) {
      if (tag.isBlank()) {
        continue;
      }
      int equals = tag.indexOf('=');
      var name = tag.substring(0, Math.max(equals, 0)).strip();
      if (!NAME.matcher(name).matches()
          || values.put(name, tag.substring(equals + 1).strip()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new TagList(values));
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Without the white space that folding put into it. */
  Optional<String> packed(String name) {
    return get(name).map(value -> value.replaceAll("\\s+", ""));
  }
}
