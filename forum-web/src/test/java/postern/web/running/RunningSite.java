package postern.web.running;

import io.dropwizard.core.Application;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import postern.Forum;
import postern.storage.TestDatabase;
import postern.web.ForumApplication;
import postern.web.ForumConfiguration;

/** Starts the application with its config.yml before the first test that needs it. */
public final class RunningSite implements BeforeAllCallback, AutoCloseable {
  // Settings are laid over the file as the process's properties: without a prefix of their own,
  // they would be those of whatever else starts in this process while the site runs.
  private static final String MINE = "running-site.";

  private static RunningSite running;

  private DropwizardTestSupport<ForumConfiguration> support;
  private String origin;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    synchronized (RunningSite.class) {
      if (running == null) {
        start();
        running = this;
        // Closed when the whole run ends, not with this class.
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put(RunningSite.class, this);
      }
    }
  }

  public static Forum forum() {
    return running.support.<ForumApplication>getApplication().forum();
  }

  public static String origin() {
    return running.origin;
  }

  @Override
  public void close() {
    support.after();
  }

  private void start() throws Exception {
    int port = freePort();
    origin = "http://localhost:" + port;
    var database = TestDatabase.freshSettings();
    support =
        new DropwizardTestSupport<>(
            ForumApplication.class,
            Path.of("..", "config.yml").toString(),
            MINE,
            set("site.name", "Orchard Talk"),
            set("site.operator", "The Orchard Society"),
            set("site.contact", "/privacy#contact"),
            set("site.dataDir", Files.createTempDirectory("postern-site").toString()),
            set("site.origin", origin),
            set("site.administrator", ""),
            set("database.url", database.url()),
            set("database.user", database.user()),
            set("database.password", database.password()),
            set("mail.port", "0"),
            set("mail.relayHost", ""),
            set("limits.rates", "off"),
            set("server.applicationConnectors[0].port", Integer.toString(port)),
            set("server.adminConnectors[0].port", "0")) {
          @Override
          @SuppressWarnings("unchecked")
          public Application<ForumConfiguration> newApplication() {
            return new ForumApplication();
          }
        };
    support.before();
  }

  // The origin stands in links and must be known before the server starts.
  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static ConfigOverride set(String key, String value) {
    return ConfigOverride.config(MINE, key, value);
  }
}
