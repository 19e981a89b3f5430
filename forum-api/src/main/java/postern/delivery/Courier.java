package postern.delivery;

import postern.kernel.AddressId;
import postern.storage.Tx;

/**
 * The only sender. What is handed over in a committed transaction is sent, or its sender is told
 * that it could not be.
 */
public final class Courier {
  /** Queues a notice together with what the caller is doing. */
  public void send(Tx tx, AddressId to, Notice notice) {
    throw new UnsupportedOperationException("not wired yet");
  }
}
