package postern.web.proof;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** One person's browser and programs: by a session's cookie, by its token, or as a guest. */
final class Caller {
  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrf\"[^>]*value=\"([^\"]+)\"");

  private final String who;
  private final int port;
  private final Recorder recorder;
  private String session = "";

  Caller(String who, int port, Recorder recorder) {
    this.who = who;
    this.port = port;
    this.recorder = recorder;
  }

  void session(String token) {
    session = token;
  }

  String session() {
    return session;
  }

  String who() {
    return who;
  }

  /** A page, as the browser asks for it. */
  Answer page(String path) {
    return page(path, Set.of());
  }

  /**
   * @param shown whose addresses may stand in the answer, by their own election
   */
  Answer page(String path, Set<String> shown) {
    var cookie = session.isEmpty() ? "" : "Cookie: session=" + session + "\r\n";
    return call("GET", path, cookie + "Accept: text/html\r\n", "", shown);
  }

  Answer get(String path) {
    return get(path, Set.of());
  }

  Answer get(String path, Set<String> shown) {
    return api("GET", path, "", shown);
  }

  Answer post(String path, String json) {
    return api("POST", path, json, Set.of());
  }

  Answer put(String path, String json) {
    return api("PUT", path, json, Set.of());
  }

  Answer patch(String path, String json) {
    return api("PATCH", path, json, Set.of());
  }

  Answer delete(String path) {
    return api("DELETE", path, "", Set.of());
  }

  /** A form of a page that needs no sign-in, as its own page sends it. */
  Answer form(String path, String fields) {
    return call(
        "POST",
        path,
        "Accept: text/html\r\nSec-Fetch-Site: same-origin\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n",
        fields,
        Set.of());
  }

  /** A form of a page for members, with the token that this session's pages carry. */
  Answer submit(String path, String fields) {
    return submit(path, fields, Set.of());
  }

  Answer submit(String path, String fields, Set<String> shown) {
    var found = FORM_TOKEN.matcher(session.isEmpty() ? "" : page("/").text());
    var token = found.find() ? "&csrf=" + found.group(1) : "";
    return call(
        "POST",
        path,
        "Accept: text/html\r\nSec-Fetch-Site: same-origin\r\n"
            + (session.isEmpty() ? "" : "Cookie: session=" + session + "\r\n")
            + "Content-Type: application/x-www-form-urlencoded\r\n",
        fields + token,
        shown);
  }

  Answer api(String method, String path, String json, Set<String> shown) {
    var bearer = session.isEmpty() ? "" : "Authorization: Bearer " + session + "\r\n";
    var type = json.isEmpty() ? "" : "Content-Type: application/json\r\n";
    return call(method, "/api/v1" + path, bearer + type, json, shown);
  }

  Answer call(String method, String path, String headers, String body, Set<String> shown) {
    var octets = body.getBytes(StandardCharsets.UTF_8);
    var length =
        method.equals("GET") || method.equals("DELETE")
            ? ""
            : "Content-Length: " + octets.length + "\r\n";
    var head =
        "%s %s HTTP/1.1\r\nHost: localhost:8080\r\nConnection: close\r\n%s%s\r\n"
            .formatted(method, path, headers, length);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(octets);
      socket.getOutputStream().flush();
      var answer = Answer.parse(socket.getInputStream().readAllBytes());
      recorder.hear(who, method + " " + path, answer.bytes(), shown);
      return answer;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
