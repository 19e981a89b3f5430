package postern.relay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The mail hosts of everybody, in one: takes all that the courier sends, keeps every byte of the
 * dialogue, and sorts what arrived into mailboxes.
 */
public final class PostOffice implements AutoCloseable {
  private final ServerSocket listener;
  private final List<Arrived> arrived = new ArrayList<>();
  private final StringBuilder dialogue = new StringBuilder();
  private volatile Predicate<String> refused = _ -> false;
  private volatile Predicate<String> deferred = _ -> false;
  private volatile int deferrals;

  /** What came for one recipient. */
  public record Arrived(String from, String to, byte[] raw) {
    public String text() {
      return new String(raw, StandardCharsets.UTF_8);
    }

    /** The unfolded value of the first header of this name. */
    public String header(String name) {
      var head = text().split("\r\n\r\n", 2)[0].replaceAll("\r\n[ \t]+", " ");
      for (var line : head.split("\r\n")) {
        if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
          return line.substring(name.length() + 1).strip();
        }
      }
      return null;
    }

    /** The mailbox of the relay that an answer goes to. */
    public String fromAddress() {
      var value = header("From");
      return value.substring(value.lastIndexOf('<') + 1, value.lastIndexOf('>'));
    }
  }

  public PostOffice() {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** From now on these recipients are refused for good. */
  public void refuse(Predicate<String> recipients) {
    refused = recipients;
  }

  /** From now on these recipients are asked to come back later. */
  public void defer(Predicate<String> recipients) {
    deferred = recipients;
  }

  /** How many recipients were asked to come back later so far. */
  public int deferrals() {
    return deferrals;
  }

  /** Every byte that was said, by both sides. */
  public synchronized String dialogue() {
    return dialogue.toString();
  }

  public synchronized List<Arrived> all() {
    return List.copyOf(arrived);
  }

  /** Waits for the next mail to this address after the first so many. */
  public Arrived await(String to, int already) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < deadline) {
      var mine = all().stream().filter(mail -> mail.to().equalsIgnoreCase(to)).toList();
      if (mine.size() > already) {
        return mine.get(already);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException stop) {
        throw new IllegalStateException(stop);
      }
    }
    throw new AssertionError("no mail number " + (already + 1) + " arrived for a recipient");
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException alreadyClosed) {
      // Nothing more was to come.
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var socket = listener.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private synchronized String verdict(String to) {
    if (deferred.test(to)) {
      deferrals++;
      return "451 4.3.0 later";
    }
    return refused.test(to) ? "550 5.1.1 no such user" : "250 ok";
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      say(socket, "220 mail.test ESMTP");
      String from = "";
      String to = "";
      for (var line = line(in); line != null; line = line(in)) {
        var verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
        switch (verb) {
          case "EHLO" -> say(socket, "250-mail.test\r\n250-8BITMIME\r\n250 SMTPUTF8");
          case "MAIL" -> {
            from = path(line);
            say(socket, "250 ok");
          }
          case "RCPT" -> {
            to = path(line);
            say(socket, verdict(to));
          }
          case "DATA" -> {
            say(socket, "354 go on");
            var raw = message(in);
            synchronized (this) {
              arrived.add(new Arrived(from, to, raw));
            }
            say(socket, "250 kept");
          }
          case "QUIT" -> {
            say(socket, "221 bye");
            return;
          }
          default -> say(socket, "250 ok");
        }
      }
    } catch (IOException gone) {
      // The courier closed the connection.
    }
  }

  private static String path(String line) {
    return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
  }

  private byte[] message(InputStream in) throws IOException {
    var raw = new ByteArrayOutputStream();
    for (var line = line(in); line != null && !line.equals("."); line = line(in)) {
      var text = line.startsWith(".") ? line.substring(1) : line;
      raw.writeBytes((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    return raw.toByteArray();
  }

  private String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      if (octet == '\n') {
        var text = line.toString(StandardCharsets.ISO_8859_1).replaceAll("\r$", "");
        record(text);
        return text;
      }
      line.write(octet);
    }
    return null;
  }

  private void say(Socket socket, String answer) throws IOException {
    record(answer);
    socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  private synchronized void record(String said) {
    dialogue.append(said).append('\n');
  }
}
