package postern.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One running application in a process of its own. */
final class Site implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration START_LIMIT = Duration.ofSeconds(120);

  private final Process process;
  private final int port;
  private final Duration started;

  private Site(Process process, int port, Duration started) {
    this.process = process;
    this.port = port;
    this.started = started;
  }

  /** Starts it on this data folder, and returns once its front page is there. */
  static Site start(List<String> command, Path folder, Map<String, String> more) {
    int port = freePort();
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(folder.resolveSibling(folder.getFileName() + ".log").toFile());
    var environment = builder.environment();
    environment.put("POSTERN_HTTP_PORT", "" + port);
    environment.put("POSTERN_ADMIN_PORT", "" + freePort());
    environment.put("POSTERN_MAIL_PORT", "" + freePort());
    environment.put("POSTERN_ORIGIN", "http://localhost:" + port);
    environment.put("POSTERN_DATA_DIR", folder.toString());
    environment.put("POSTERN_LIMITS", "off");
    environment.putAll(more);
    try {
      long begun = System.nanoTime();
      var process = builder.start();
      var site = new Site(process, port, Duration.ZERO);
      while (!site.answers()) {
        if (!process.isAlive() || System.nanoTime() - begun > START_LIMIT.toNanos()) {
          process.destroy();
          throw new IllegalStateException(
              "the application did not start; see the log beside " + folder);
        }
        TimeUnit.MILLISECONDS.sleep(10);
      }
      return new Site(process, port, Duration.ofNanos(System.nanoTime() - begun));
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** From the command to the first answer. */
  Duration started() {
    return started;
  }

  String url(String path) {
    return "http://localhost:" + port + path;
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(HttpRequest.newBuilder(URI.create(url(path))).GET(), headers);
  }

  HttpResponse<String> post(String path, String json, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(url(path)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    return send(request, headers);
  }

  /** The token of a session of the one member whose sign-in is known. */
  String session() {
    var login =
        "{\"login\": \"%s\", \"password\": \"%s\"}"
            .formatted(BenchServer.MEMBER, BenchServer.PASSWORD);
    var answer = post("/api/v1/sessions", login);
    var token = answer.body().replaceFirst("(?s).*\"token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    if (answer.statusCode() != 201) {
      throw new IllegalStateException("no sign-in: " + answer.statusCode());
    }
    return token;
  }

  /** Resident memory of the application itself, in MiB, without its database's process. */
  long residentMebibytes() {
    try {
      var status = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"));
      return status.stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
              .findFirst()
              .orElse(0)
          / 1024;
    } catch (IOException notLinux) {
      return 0;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean answers() throws InterruptedException {
    try (var socket = new java.net.Socket("localhost", port)) {
      return get("/").statusCode() == 200;
    } catch (IOException | IllegalStateException notYet) {
      return false;
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
