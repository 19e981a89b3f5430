package postern.mail.smtp;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts what each client does: one IPv4 address, or one IPv6 /64, which is one customer's line.
 */
final class ClientLimits {
  private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();

  private static final class Tally {
    private int open;
    private long windowStart;
    private int connections;
    private int messages;
  }

  private final SmtpLimits.Counts limits;
  private final LongSupplier nanos;
  private final Map<ByteBuffer, Tally> tallies = new HashMap<>();

  ClientLimits(SmtpLimits.Counts limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
  }

  /** True when the client may come in; it must then be told when it {@link #leaves}. */
  synchronized boolean enters(InetAddress client) {
    var tally = tally(client);
    if (tally.open >= limits.clientConnections()
        || tally.connections >= limits.clientConnectionsPerMinute()) {
      return false;
    }
    tally.open++;
    tally.connections++;
    return true;
  }

  synchronized void leaves(InetAddress client) {
    tally(client).open--;
  }

  synchronized boolean sends(InetAddress client) {
    var tally = tally(client);
    if (tally.messages >= limits.clientMessagesPerMinute()) {
      return false;
    }
    tally.messages++;
    return true;
  }

  /** Forgets who is gone. */
  synchronized void sweep() {
    tallies.values().removeIf(tally -> tally.open == 0 && over(tally));
  }

  synchronized int known() {
    return tallies.size();
  }

  private Tally tally(InetAddress client) {
    var tally = tallies.computeIfAbsent(key(client), _ -> fresh());
    if (over(tally)) {
      tally.windowStart = nanos.getAsLong();
      tally.connections = 0;
      tally.messages = 0;
    }
    return tally;
  }

  private Tally fresh() {
    var tally = new Tally();
    tally.windowStart = nanos.getAsLong();
    return tally;
  }

  private boolean over(Tally tally) {
    return nanos.getAsLong() - tally.windowStart >= WINDOW_NANOS;
  }

  private static ByteBuffer key(InetAddress client) {
    byte[] address = client.getAddress();
    return ByteBuffer.wrap(address.length == 16 ? Arrays.copyOf(address, 8) : address);
  }
}
