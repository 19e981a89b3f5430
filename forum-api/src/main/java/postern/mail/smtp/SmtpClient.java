package postern.mail.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import postern.kernel.EmailAddress;

/**
 * Hands finished messages to the relay host, byte by byte as they are: nothing is added, removed or
 * coded anew. TLS is required and verified unless the host is on loopback. Connections are kept for
 * the next message. Safe for many threads.
 */
public final class SmtpClient implements AutoCloseable {
  private static final int MESSAGES_PER_CONNECTION = 100;
  private static final Pattern RETURN_PATH =
      Pattern.compile("|[A-Za-z0-9._=+-]{1,64}@[A-Za-z0-9.-]{1,253}");

  private final RelayHost relay;
  private final Semaphore connections;
  private final Deque<ClientSession> idle = new ArrayDeque<>();
  private boolean closed;

  public SmtpClient(RelayHost relay) {
    this.relay = relay;
    this.connections = new Semaphore(relay.connections(), true);
  }

  /**
   * Sends one message to one recipient and waits for the answer.
   *
   * @param returnPath an address of our own that takes reports, or empty for none
   * @param message with CRLF line ends; a bare CR or LF or a NUL is a bug of ours and thrown
   */
  public Sent send(String returnPath, EmailAddress recipient, byte[] message) {
    if (!RETURN_PATH.matcher(returnPath).matches()) {
      throw new IllegalArgumentException("a return path is an address of our own, or empty");
    }
    var outgoing = new OutgoingMessage(message);
    try {
      if (!connections.tryAcquire(relay.times().reply().toMillis(), TimeUnit.MILLISECONDS)) {
        return new Sent.Unreachable(Sent.Cause.BUSY);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new Sent.Unreachable(Sent.Cause.INTERRUPTED);
    }
    try {
      return attempt(returnPath, recipient, outgoing);
    } finally {
      connections.release();
    }
  }

  /** Connects, agrees on TLS, signs in and leaves; tells what went wrong, if anything did. */
  public Optional<Sent.Cause> probe() {
    try (var watchdog = new Watchdog(relay.times().connect())) {
      connect(watchdog).close();
      return Optional.empty();
    } catch (ClientSession.Failed failed) {
      return Optional.of(failed.why());
    } catch (Wire.TooSlow | java.net.SocketTimeoutException slow) {
      return Optional.of(Sent.Cause.TIMEOUT);
    } catch (IOException broken) {
      return Optional.of(Sent.Cause.BROKEN);
    }
  }

  /** Ends the idle connections; those in use end with their message. */
  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
    }
    for (var kept = takeIdle(); kept.isPresent(); kept = takeIdle()) {
      kept.get().close();
    }
  }

  private Sent attempt(String returnPath, EmailAddress recipient, OutgoingMessage message) {
    // A socket's time-out does not know writing: the whole attempt has an end of its own.
    try (var watchdog = new Watchdog(relay.times().sending())) {
      var session = session(watchdog);
      try {
        return session.send(returnPath, recipient, message);
      } catch (IOException failed) {
        session.abort();
        throw failed;
      } finally {
        giveBack(session);
      }
    } catch (ClientSession.Failed failed) {
      return new Sent.Unreachable(failed.why());
    } catch (Wire.TooSlow | java.net.SocketTimeoutException slow) {
      return new Sent.Unreachable(Sent.Cause.TIMEOUT);
    } catch (IOException broken) {
      return new Sent.Unreachable(Sent.Cause.BROKEN);
    }
  }

  private ClientSession session(Watchdog watchdog) throws IOException {
    for (var kept = takeIdle(); kept.isPresent(); kept = takeIdle()) {
      var session = kept.get();
      watchdog.guard(session);
      if (!session.idleFor(relay.times().idle().toNanos()) && session.fresh()) {
        return session;
      }
      session.abort();
    }
    return connect(watchdog);
  }

  private ClientSession connect(Watchdog watchdog) throws IOException {
    IOException last = new ClientSession.Failed(Sent.Cause.NO_CONNECTION);
    for (var address : addresses()) {
      var session = new ClientSession(relay);
      watchdog.guard(session);
      try {
        session.open(address);
        return session;
      } catch (IOException failed) {
        session.abort();
        last = failed;
      }
    }
    throw last;
  }

  private InetAddress[] addresses() throws ClientSession.Failed {
    try {
      return InetAddress.getAllByName(relay.host());
    } catch (UnknownHostException unknown) {
      throw new ClientSession.Failed(Sent.Cause.NO_CONNECTION);
    }
  }

  private Optional<ClientSession> takeIdle() {
    synchronized (idle) {
      return Optional.ofNullable(idle.pollLast());
    }
  }

  private void giveBack(ClientSession session) {
    synchronized (idle) {
      if (!closed && session.mayBeKept(MESSAGES_PER_CONNECTION)) {
        idle.addLast(session);
        return;
      }
    }
    session.close();
  }
}
