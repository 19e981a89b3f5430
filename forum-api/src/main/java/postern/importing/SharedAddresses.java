package postern.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import postern.kernel.EmailAddress;

/**
 * Addresses behind which many write: of a program that mails for people, or of the list itself. One
 * person spells their name in several ways, but with a word in common; names without one are of
 * several people, and from three on the address belongs to none of them.
 */
final class SharedAddresses {
  private static final int PEOPLE = 3;
  private static final int MOST_NAMES = 50;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Map<EmailAddress, List<Set<String>>> names = new HashMap<>();

  void note(Writer writer) {
    var words = new HashSet<String>();
    for (var word : BETWEEN_WORDS.split(writer.name().toLowerCase(Locale.ROOT))) {
      if (word.length() > 1) {
        words.add(word);
      }
    }
    if (!words.isEmpty()) {
      add(names.computeIfAbsent(writer.address(), _ -> new ArrayList<>()), words);
    }
  }

  boolean isShared(EmailAddress address) {
    return names.getOrDefault(address, List.of()).size() >= PEOPLE;
  }

  private static void add(List<Set<String>> people, Set<String> words) {
    for (var person : people) {
      if (words.stream().anyMatch(person::contains)) {
        person.addAll(words);
        return;
      }
    }
    if (people.size() < MOST_NAMES) {
      people.add(words);
    }
  }
}
