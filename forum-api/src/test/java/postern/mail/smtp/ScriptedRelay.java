package postern.mail.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A relay host that says what it was told to, one line of the script for each command. */
final class ScriptedRelay implements AutoCloseable {
  private final ServerSocket listener;
  private final List<String> script;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  private ScriptedRelay(List<String> script) throws IOException {
    this.script = script;
    this.listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::play);
  }

  static ScriptedRelay saying(String... script) throws IOException {
    return new ScriptedRelay(List.of(script));
  }

  int port() {
    return listener.getLocalPort();
  }

  List<String> heard() {
    return heard;
  }

  private void play() {
    try (var socket = listener.accept()) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      boolean message = false;
      for (var line : script) {
        if (line.equals("CLOSE")) {
          return;
        }
        say(socket, line);
        message = line.startsWith("354");
        var said = in.readLine();
        while (message && said != null && !said.equals(".")) {
          said = in.readLine();
        }
        if (said != null) {
          heard.add(said);
        }
      }
      in.readLine();
    } catch (IOException gone) {
      heard.add("gone");
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
