package postern.web.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Reads the pages that a first visitor reads, and ends the process: so the JVM learns which classes
 * a start needs.
 */
final class Rehearsal {
  private static final Pattern LINK = Pattern.compile("href=\"(/[btpm]/[^\"?#]+)");
  private static final int MOST = 40;

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  private Rehearsal(int port) {
    this.port = port;
  }

  static void of(Server server) {
    var connector = (ServerConnector) server.getConnectors()[0];
    Thread.ofPlatform().start(() -> new Rehearsal(connector.getLocalPort()).run());
  }

  private void run() {
    try {
      Set<String> paths = new LinkedHashSet<>(List.of("/", "/latest", "/sign-in", "/sign-up"));
      LINK.matcher(get("/")).results().limit(MOST).forEach(link -> paths.add(link.group(1)));
      for (var path : paths) {
        get(path);
      }
    } catch (IOException | InterruptedException failure) {
      // What was read until here is learned all the same.
    } finally {
      System.exit(0);
    }
  }

  private String get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
