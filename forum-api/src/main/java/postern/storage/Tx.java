package postern.storage;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** An open transaction. As a parameter it means: together with what the caller is doing. */
public final class Tx {
  private final Handle handle;
  private final List<Runnable> afterCommit = new ArrayList<>();

  Tx(Handle handle) {
    this.handle = handle;
  }

  /** A room's own statements, run in this transaction. */
  public <D> D dao(Class<D> type) {
    return handle.attach(type);
  }

  /**
   * Runs once the transaction is committed, in this thread; for waking what waits, never for work
   * that must happen.
   */
  public void afterCommit(Runnable wake) {
    afterCommit.add(wake);
  }

  List<Runnable> wakes() {
    return afterCommit;
  }
}
