package postern.storage;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Looks at the statements of one transaction: which parts they read and which they change. */
final class Watch implements SqlLogger {
  private static final Set<Part> EVERYTHING = Set.of(Part.ALL);

  private final Tables tables;
  private final Set<Part> changed = new HashSet<>();
  private Set<Part> shownBy = EVERYTHING;
  private boolean readingParts;

  Watch(Tables tables) {
    this.tables = tables;
  }

  @Override
  public void logBeforeExecution(StatementContext context) {
    var statement = tables.of(context.getRawSql());
    if (!statement.reads()) {
      wrote(statement.tables());
    } else if (Shown.asked()) {
      read(statement.tables());
    }
  }

  Set<Part> changed() {
    return changed;
  }

  <T> T reading(Supplier<T> read, Function<T, Set<Part>> parts) {
    if (!Shown.asked() || readingParts) {
      return read.get();
    }
    readingParts = true;
    try {
      var result = read.get();
      parts.apply(result).forEach(Shown::read);
      return result;
    } finally {
      readingParts = false;
    }
  }

  void changing(Set<Part> parts, Runnable change) {
    var outer = shownBy;
    shownBy = parts;
    try {
      change.run();
    } finally {
      shownBy = outer;
    }
  }

  private void wrote(Set<String> named) {
    for (var table : named) {
      if (tables.watched(table)) {
        changed.add(Part.table(table));
        changed.addAll(shownBy);
      }
    }
  }

  private void read(Set<String> named) {
    for (var table : named) {
      if (!tables.watched(table)) {
        Shown.readUnknown(table);
      } else if (!readingParts) {
        Shown.read(Part.table(table));
      }
    }
  }
}
