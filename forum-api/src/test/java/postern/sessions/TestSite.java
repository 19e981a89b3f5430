package postern.sessions;

import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import postern.accounts.TestAccounts;
import postern.boards.Boards;
import postern.http.Edge;
import postern.http.EdgeSettings;
import postern.http.FirstAnswers;
import postern.kernel.MemberId;
import postern.kernel.Scripted;
import postern.storage.Database;

/** The rooms up to sessions behind a real socket, with the resources that a test gives. */
public final class TestSite implements AutoCloseable {
  public final TestAccounts room;
  public final Sessions sessions;

  private final Database database;
  private final Edge edge;
  private final DropwizardTestSupport<Configuration> support;
  private final HttpClient client = HttpClient.newHttpClient();

  /** A call that is being put together. */
  public final class Call {
    private final HttpRequest.Builder request;

    private Call(String method, String path, HttpRequest.BodyPublisher body) {
      request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + support.getLocalPort() + path))
              .method(method, body);
    }

    public Call header(String name, String value) {
      request.header(name, value);
      return this;
    }

    public Call as(NewSession session) {
      return header("Authorization", "Bearer " + session.token().secret());
    }

    public Call cookie(NewSession session) {
      return header("Cookie", "session=" + session.token().secret());
    }

    public HttpResponse<String> send() {
      try {
        return again();
      } catch (IOException failure) {
        throw new java.io.UncheckedIOException(failure);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stop);
      }
    }

    // A kept connection may end just when it is used again; then nothing was read of the call, and
    // it is sent anew.
    private HttpResponse<String> again() throws IOException, InterruptedException {
      try {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      } catch (IOException ended) {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      }
    }
  }

  public TestSite(Database database, Object... resources) {
    this(database, new TestAccounts(database), resources);
  }

  public TestSite(Database database, TestAccounts room, Object... resources) {
    this.database = database;
    this.room = room;
    this.sessions = Sessions.of(room.around, room.accounts, Boards.of(database, room.sources));
    this.edge =
        new Edge(
            new EdgeSettings(TestAccounts.ORIGIN, true, 1 << 20),
            Scripted.randomness(2),
            new FirstAnswers(database, room.sources.clock()));
    var served = new Site(List.of(resources));
    this.support =
        new DropwizardTestSupport<Configuration>(Site.class, configuration()) {
          @Override
          public Application<Configuration> newApplication() {
            return served;
          }
        };
    try {
      support.before();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  public NewSession signedIn(MemberId member) {
    return database.write(tx -> sessions.start(tx, member, "a test"));
  }

  public Call get(String path) {
    return new Call("GET", path, HttpRequest.BodyPublishers.noBody());
  }

  public Call delete(String path) {
    return new Call("DELETE", path, HttpRequest.BodyPublishers.noBody());
  }

  public Call json(String method, String path, String body) {
    return new Call(method, path, HttpRequest.BodyPublishers.ofString(body))
        .header("Content-Type", "application/json");
  }

  public Call form(String path, String body) {
    return new Call("POST", path, HttpRequest.BodyPublishers.ofString(body))
        .header("Content-Type", "application/x-www-form-urlencoded");
  }

  @Override
  public void close() {
    support.after();
  }

  private static Configuration configuration() {
    var configuration = new Configuration();
    var server = (DefaultServerFactory) configuration.getServerFactory();
    ((HttpConnectorFactory) server.getApplicationConnectors().getFirst()).setPort(0);
    ((HttpConnectorFactory) server.getAdminConnectors().getFirst()).setPort(0);
    server.setRegisterDefaultExceptionMappers(false);
    ((LogbackAccessRequestLogFactory) server.getRequestLogFactory()).setAppenders(List.of());
    ((DefaultLoggingFactory) configuration.getLoggingFactory()).setLevel("WARN");
    return configuration;
  }

  private final class Site extends Application<Configuration> {
    private final List<Object> resources;

    private Site(List<Object> resources) {
      this.resources = resources;
    }

    @Override
    public void run(Configuration configuration, Environment environment) {
      Edge.configure(environment.getObjectMapper());
      edge.register(environment.jersey(), Optional.empty());
      sessions.edge().register(environment.jersey());
      sessions.resources().forEach(environment.jersey()::register);
      room.accounts.resources(room.elections).forEach(environment.jersey()::register);
      resources.forEach(environment.jersey()::register);
    }
  }
}
