package postern.storage;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tables that there are, those that pages show, and which of them a statement names. */
final class Tables {
  static final Tables NONE = new Tables(Set.of(), Set.of());

  /** Statements are written beside their methods, so there are not many. */
  private static final int MOST_STATEMENTS = 5_000;

  private final Set<String> all;
  private final Set<String> watched;
  private final Map<String, Statement> statements = new ConcurrentHashMap<>();

  Tables(Set<String> all, Set<String> watched) {
    this.all = Set.copyOf(all);
    this.watched = Set.copyOf(watched);
    if (!all.containsAll(watched)) {
      throw new IllegalStateException("a table to watch is not there");
    }
  }

  /**
   * What is known of a statement.
   *
   * @param tables those whose names stand anywhere in it: one too many costs time, one too few
   *     would show what is old
   */
  record Statement(boolean reads, Set<String> tables) {}

  boolean any() {
    return !watched.isEmpty();
  }

  boolean watched(String table) {
    return watched.contains(table);
  }

  Statement of(String sql) {
    var known = statements.get(sql);
    if (known == null) {
      known = read(sql);
      if (statements.size() < MOST_STATEMENTS) {
        statements.put(sql, known);
      }
    }
    return known;
  }

  private Statement read(String sql) {
    var words = sql.strip().toLowerCase(java.util.Locale.ROOT).split("[^a-z0-9_]+");
    var named = new HashSet<String>();
    for (var word : words) {
      if (all.contains(word)) {
        named.add(word);
      }
    }
    return new Statement(words[0].equals("select") || words[0].equals("with"), Set.copyOf(named));
  }
}
