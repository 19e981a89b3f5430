package postern.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** An open transaction. As a parameter it means: together with what the caller is doing. */
public final class Tx {
  private final Handle handle;
  private final Watch watch;
  private final Daos daos;
  private final Map<Class<?>, Object> attached = new HashMap<>();
  private final List<Runnable> afterCommit = new ArrayList<>();

  Tx(Handle handle, Watch watch, Daos daos) {
    this.handle = handle;
    this.watch = watch;
    this.daos = daos;
  }

  /** A room's own statements, run in this transaction. */
  public <D> D dao(Class<D> type) {
    daos.learn(type);
    return type.cast(attached.computeIfAbsent(type, handle::attach));
  }

  /**
   * Runs once the transaction is committed, in this thread; for waking what waits, never for work
   * that must happen.
   */
  public void afterCommit(Runnable wake) {
    afterCommit.add(wake);
  }

  /**
   * Reads rows that change only when these parts do, so that a page made from them need not be made
   * again for every change of their tables. Each {@link #changing} of those tables must name the
   * part, and so must each new one.
   */
  public <T> T reading(Function<T, Set<Part>> parts, Supplier<T> read) {
    return watch.reading(read, parts);
  }

  /** As {@link #reading(Function, Supplier)}, where the parts are known before. */
  public <T> T reading(Set<Part> parts, Supplier<T> read) {
    return watch.reading(read, _ -> parts);
  }

  /**
   * Changes what these parts alone show, of all that is read by {@link #reading}; without it, a
   * change makes every page new.
   */
  public void changing(Set<Part> parts, Runnable change) {
    watch.changing(parts, change);
  }

  Set<Part> changed() {
    return Set.copyOf(watch.changed());
  }

  List<Runnable> wakes() {
    return afterCommit;
  }
}
