package postern.mail.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes mail by SMTP or LMTP, each connection on a virtual thread. What it answered with 250 has
 * been committed by {@link Deliveries}; everything else the sender still has.
 */
public final class SmtpServer {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);
  private static final Duration SWEEP = Duration.ofSeconds(1);
  private static final Duration AFTER_ABORT = Duration.ofSeconds(2);

  private final SmtpSettings settings;
  private final Decisions decisions;
  private final ClientLimits clients;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private ServerSocket listener;
  private volatile boolean stopping;

  public SmtpServer(SmtpSettings settings, Recipients recipients, Deliveries deliveries) {
    this.settings = settings;
    this.decisions = new Decisions(recipients, deliveries, settings.limits().times().decision());
    this.clients = new ClientLimits(settings.limits().counts(), System::nanoTime);
  }

  /** Listens from now on; fails when the port is taken or the spool folder cannot be made. */
  public void start() throws IOException {
    Files.createDirectories(settings.spool());
    listener = new ServerSocket();
    listener.setReuseAddress(true);
    listener.bind(new InetSocketAddress(settings.bind(), settings.port()), 128);
    Thread.ofVirtual().name("smtp-accept").start(this::accept);
    Thread.ofVirtual().name("smtp-sweep").start(this::sweep);
  }

  /** The port that is listened on, also when the settings left it open. */
  public int port() {
    return listener.getLocalPort();
  }

  /** How many connections are open. */
  public int connections() {
    return connections.size();
  }

  /**
   * Listens no more, tells the idle 421, finishes the messages in hand, and after the grace cuts
   * what is left. May be called when nothing was started.
   */
  public void stop(Duration grace) throws IOException, InterruptedException {
    stopping = true;
    if (listener != null) {
      listener.close();
    }
    threads.shutdown();
    if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
      connections.forEach(Connection::abort);
      threads.awaitTermination(AFTER_ABORT.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void accept() {
    while (!stopping) {
      try {
        admit(listener.accept());
      } catch (IOException failed) {
        pauseAfter(failed);
      }
    }
  }

  private void admit(Socket socket) {
    var client = socket.getInetAddress();
    boolean counted = !settings.trusts(client);
    if (connections.size() >= settings.limits().counts().connections()) {
      turnAway(socket, Answers.BUSY);
    } else if (counted && !clients.enters(client)) {
      turnAway(socket, Answers.CLIENT_BUSY);
    } else {
      open(socket, client, counted);
    }
  }

  private void open(Socket socket, InetAddress client, boolean counted) {
    try {
      socket.setTcpNoDelay(true);
      start(new Connection(settings, decisions, clients, () -> stopping, socket), client, counted);
    } catch (IOException | RejectedExecutionException refused) {
      turnAway(socket, Answers.STOPPING);
      leave(client, counted);
    }
  }

  private void start(Connection connection, InetAddress client, boolean counted) {
    // Counted before its thread runs, so that a burst of connections meets the limit.
    connections.add(connection);
    try {
      threads.execute(() -> serve(connection, client, counted));
    } catch (RejectedExecutionException stopped) {
      connections.remove(connection);
      throw stopped;
    }
  }

  private void serve(Connection connection, InetAddress client, boolean counted) {
    try {
      connection.run();
    } finally {
      connections.remove(connection);
      leave(client, counted);
    }
  }

  private void leave(InetAddress client, boolean counted) {
    if (counted) {
      clients.leaves(client);
    }
  }

  /** A new socket has room for one line, so this does not wait for the peer. */
  private static void turnAway(Socket socket, Reply reply) {
    try (socket) {
      socket.getOutputStream().write((reply.line() + "\r\n").getBytes(StandardCharsets.US_ASCII));
    } catch (IOException gone) {
      LOG.debug("mail connection ended before it was turned away");
    }
  }

  /** Too many open files, for one: waiting is all that helps. */
  private void pauseAfter(IOException failed) {
    if (!stopping) {
      LOG.warn("mail connection not accepted type={}", failed.getClass().getSimpleName());
      pause(Duration.ofMillis(100));
    }
  }

  private void sweep() {
    while (!stopping || !connections.isEmpty()) {
      connections.stream().filter(Connection::late).forEach(Connection::abort);
      clients.sweep();
      pause(SWEEP);
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
