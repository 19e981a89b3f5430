package postern.web.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import postern.relay.TestForum;

/** Brings a member's mail to the relay, and keeps every line that the relay says. */
final class MailHost {
  private final int port;
  private final Recorder recorder;

  MailHost(int port, Recorder recorder) {
    this.port = port;
    this.recorder = recorder;
  }

  /** Proved by the trusted relay; the whole dialogue of the relay comes back. */
  String send(String who, String from, String to, String message) {
    return unproved(who, from, to, TestForum.authenticated(from, message));
  }

  String unproved(String who, String from, String to, String message) {
    var said = new StringBuilder();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      boolean goesOn = hears(in, said);
      for (var command :
          new String[] {
            "EHLO client.test", "MAIL FROM:<" + from + ">", "RCPT TO:<" + to + ">", "DATA"
          }) {
        goesOn = goesOn && says(socket, in, said, command);
      }
      if (goesOn) {
        var stuffed = message.replaceAll("(?m)^\\.", "..");
        says(socket, in, said, stuffed + (stuffed.endsWith("\r\n") ? "." : "\r\n."));
      }
      says(socket, in, said, "QUIT");
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    recorder.hear(who, "SMTP", said.toString());
    return said.toString();
  }

  private static boolean says(Socket socket, BufferedReader in, StringBuilder said, String line)
      throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return hears(in, said);
  }

  private static boolean hears(BufferedReader in, StringBuilder said) throws IOException {
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      said.append(line).append('\n');
      if (line.length() < 4 || line.charAt(3) != '-') {
        return line.charAt(0) < '4';
      }
    }
    return false;
  }
}
