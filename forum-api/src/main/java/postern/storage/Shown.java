package postern.storage;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What one page was made from, collected while it is made: the parts that its statements read. It
 * holds for the thread that makes the page.
 */
public final class Shown {
  private static final ScopedValue<Shown> HERE = ScopedValue.newInstance();

  private final Set<Part> parts = ConcurrentHashMap.newKeySet();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();

  /** Makes a page, and remembers in this object what was read for it. */
  public <T> T during(Supplier<T> page) {
    return ScopedValue.where(HERE, this).call(page::get);
  }

  /** The page is as it was for as long as none of these changes. */
  public Set<Part> parts() {
    return Set.copyOf(parts);
  }

  /** Tables that were read and whose changes nobody counts: with any, the page cannot be kept. */
  public Set<String> unknown() {
    return Set.copyOf(unknown);
  }

  static boolean asked() {
    return HERE.isBound();
  }

  static void read(Part part) {
    HERE.get().parts.add(part);
  }

  static void readUnknown(String table) {
    HERE.get().unknown.add(table);
  }
}
