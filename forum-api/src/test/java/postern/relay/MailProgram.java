package postern.relay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Hands one message to the relay by SMTP and tells what it answered. */
public final class MailProgram {
  private MailProgram() {}

  /** The last answer: to the message, or to what was refused before it. */
  public static String send(int port, String from, String to, String message) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      answer(in);
      for (var command :
          new String[] {
            "EHLO client.test", "MAIL FROM:<" + from + ">", "RCPT TO:<" + to + ">", "DATA"
          }) {
        write(socket, command + "\r\n");
        var answer = answer(in);
        if (answer.charAt(0) > '3') {
          return answer;
        }
      }
      var stuffed = message.replaceAll("(?m)^\\.", "..");
      write(socket, stuffed + (stuffed.endsWith("\r\n") ? "" : "\r\n") + ".\r\n");
      var last = answer(in);
      write(socket, "QUIT\r\n");
      return last;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String answer(BufferedReader in) throws IOException {
    var line = in.readLine();
    while (line != null && line.length() > 3 && line.charAt(3) == '-') {
      line = in.readLine();
    }
    return String.valueOf(line);
  }
}
