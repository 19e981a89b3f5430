package postern.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The other end of a connection, which can also misbehave. */
final class RawPeer implements AutoCloseable {
  private Socket socket;

  RawPeer(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    socket.setTcpNoDelay(true);
  }

  /** Connected, with banner and EHLO behind it. */
  static RawPeer greeted(int port) throws IOException {
    var peer = new RawPeer(port);
    peer.expect(220);
    peer.say("EHLO client.example").expect(250);
    return peer;
  }

  static RawPeer greetedByLmtp(int port) throws IOException {
    var peer = new RawPeer(port);
    peer.expect(220);
    peer.say("LHLO client.example").expect(250);
    return peer;
  }

  RawPeer say(String line) throws IOException {
    return send(line + "\r\n");
  }

  RawPeer send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  RawPeer send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** Reads one reply, of one line or several. */
  RawPeer expect(int code) throws IOException {
    assertThat(reply().getLast()).startsWith(code + " ");
    return this;
  }

  RawPeer expect(String start) throws IOException {
    assertThat(reply().getLast()).startsWith(start);
    return this;
  }

  List<String> reply() throws IOException {
    var lines = new ArrayList<String>();
    do {
      lines.add(line());
    } while (lines.getLast().length() > 3 && lines.getLast().charAt(3) == '-');
    return lines;
  }

  /** Up to DATA's 354. */
  RawPeer begin(String mailbox) throws IOException {
    say("MAIL FROM:<ada@example.org>").expect(250);
    say("RCPT TO:<" + mailbox + "@members.example>").expect(250);
    return say("DATA").expect(354);
  }

  /** A whole message, without its end. */
  RawPeer message(String mailbox, String text) throws IOException {
    return begin(mailbox).send(text + "\r\n.\r\n");
  }

  void expectClosed() throws IOException {
    try {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    } catch (java.net.SocketException reset) {
      // Closed as well.
    }
  }

  /** Closed without a word of SMTP; a TLS alert is none. */
  void expectNoText() throws IOException {
    byte[] rest;
    try {
      rest = socket.getInputStream().readAllBytes();
    } catch (java.net.SocketException reset) {
      rest = new byte[0];
    }
    assertThat(rest.length).isLessThan(16);
    assertThat(new String(rest, StandardCharsets.ISO_8859_1)).doesNotContainPattern("\\d{3}");
  }

  RawPeer secure(SSLContext context) throws IOException {
    var tls =
        (SSLSocket)
            context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
    tls.startHandshake();
    socket = tls;
    return this;
  }

  void hangUp() throws IOException {
    socket.close();
  }

  void cutOff() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    int octet;
    while ((octet = socket.getInputStream().read()) != '\n') {
      if (octet < 0) {
        throw new java.io.EOFException("closed after: " + line);
      }
      line.write(octet);
    }
    var text = line.toString(StandardCharsets.UTF_8);
    assertThat(text).endsWith("\r");
    return text.substring(0, text.length() - 1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
