package postern.web.proof;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import postern.Forum;
import postern.World;
import postern.jobs.JobRunner;
import postern.jobs.JobSettings;
import postern.kernel.Scripted;
import postern.relay.PostOffice;
import postern.relay.TestForum;
import postern.storage.DatabaseSettings;
import postern.storage.TestDatabase;
import postern.web.ForumApplication;
import postern.web.ForumConfiguration;
import postern.web.SafeLayoutFactory;

/**
 * The application as it runs in production, with its config.yml, its ports and its log, between a
 * post office and the members' mail hosts; time, chance and ids are scripted. Jobs run only when
 * the script says so, in its own thread, so that two runs are the same.
 */
final class ProofHouse implements AutoCloseable {
  final PostOffice postOffice = new PostOffice();
  final Scripted.Clock clock = new Scripted.Clock();
  final Recorder recorder = new Recorder();
  final Forum forum;
  final MailHost mailHost;
  final DatabaseSettings database = TestDatabase.freshSettings();

  private final DropwizardTestSupport<ForumConfiguration> support;
  private final JobRunner jobs;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final List<String> logged = new ArrayList<>();
  private final Map<String, Caller> callers = new HashMap<>();
  private int mailsHeard;

  ProofHouse() {
    this(folder().resolve("keys"), _ -> {});
  }

  /**
   * @param keys two houses that must answer alike share their keys
   * @param more what a test adds to the application
   */
  ProofHouse(Path keys, Consumer<Environment> more) {
    var console = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(console);
    System.setErr(console);
    support = support(folder(), keys);
    support.addListener(
        new DropwizardTestSupport.ServiceListener<>() {
          @Override
          public void onRun(
              ForumConfiguration configuration,
              Environment environment,
              DropwizardTestSupport<ForumConfiguration> running) {
            more.accept(environment);
          }
        });
    try {
      support.before();
      forum = support.<ForumApplication>getApplication().forum();
    } catch (Exception failure) {
      System.setOut(out);
      System.setErr(err);
      throw new IllegalStateException(failure);
    }
    listen();
    forum.foundation().jobRunner().close();
    forum.searches().pause();
    // What other nodes changed is read only when the script says so, too.
    forum.foundation().follower().close();
    var sources = forum.foundation().sources();
    jobs =
        new JobRunner(
            forum.foundation().storage().database(),
            clock,
            Scripted.ids(7),
            forum.foundation().jobs(),
            JobSettings.defaults());
    mailHost = new MailHost(forum.mailServer().port(), recorder);
    if (sources.clock() != clock) {
      throw new IllegalStateException("the house has a clock of its own");
    }
  }

  static Path folder() {
    try {
      return Files.createTempDirectory("postern-proof");
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private DropwizardTestSupport<ForumConfiguration> support(Path folder, Path keys) {
    var world = new World(clock, Scripted.randomnessByPlace(42), _ -> Scripted.ids(42));
    return new DropwizardTestSupport<>(
        ForumApplication.class,
        Path.of("..", "config.yml").toString(),
        set("site.dataDir", folder.toString()),
        set("site.keyFile", keys.toString()),
        set("site.origin", "http://localhost:8080"),
        set("database.url", database.url()),
        set("database.user", database.user()),
        set("database.password", database.password()),
        set("database.connections", "8"),
        set("mail.domain", TestForum.DOMAIN),
        set("mail.port", "0"),
        set("mail.trusted", "127.0.0.0/8"),
        set("mail.authservId", TestForum.AUTHSERV),
        set("mail.relayHost", "127.0.0.1:" + postOffice.port()),
        set("limits.rates", "off"),
        set("server.applicationConnectors[0].port", "0"),
        // The one header that the machine's own clock writes.
        set("server.applicationConnectors[0].useDateHeader", "false"),
        set("server.adminConnectors[0].port", "0")) {
      @Override
      @SuppressWarnings("unchecked")
      public Application<ForumConfiguration> newApplication() {
        return new ForumApplication(world);
      }
    };
  }

  private static ConfigOverride set(String key, String value) {
    return ConfigOverride.config(key, value);
  }

  // As the log of an installation, but with all that our own rooms could ever say.
  private void listen() {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var layout =
        new SafeLayoutFactory().build(root.getLoggerContext(), java.util.TimeZone.getDefault());
    layout.start();
    var listener =
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            synchronized (logged) {
              logged.add(layout.doLayout(event) + event.getMDCPropertyMap());
            }
          }
        };
    listener.setContext(root.getLoggerContext());
    listener.start();
    root.addAppender(listener);
    ((Logger) LoggerFactory.getLogger("postern")).setLevel(Level.TRACE);
  }

  Caller caller(String who) {
    return callers.computeIfAbsent(who, name -> new Caller(name, support.getLocalPort(), recorder));
  }

  /** Runs all jobs that are due, and gives what they sent to those who received it. */
  void settle() {
    settle(Map.of());
  }

  /**
   * @param shown whose elected addresses may stand in the mails to a mailbox
   */
  void settle(Map<String, Set<String>> shown) {
    jobs.drain();
    forum.searches().catchUp();
    var all = postOffice.all();
    for (var mail : all.subList(mailsHeard, all.size())) {
      var who = owners.getOrDefault(mail.to().toLowerCase(java.util.Locale.ROOT), "nobody");
      var place = "mailbox, from " + (mail.from().isEmpty() ? "nobody" : "the relay");
      recorder.hear(
          who,
          place,
          ("MAIL FROM:<" + mail.from() + ">\r\nRCPT TO:<" + mail.to() + ">\r\n" + mail.text())
              .getBytes(StandardCharsets.UTF_8),
          shown.getOrDefault(who, Set.of()));
    }
    mailsHeard = all.size();
  }

  private final Map<String, String> owners = new HashMap<>();

  /** This mailbox belongs to that person, whose address it is. */
  void mailbox(String who, String address) {
    owners.put(address, who);
    recorder.canary(who, address);
  }

  /** The latest mail in a mailbox. */
  PostOffice.Arrived latest(String address) {
    return postOffice.all().stream()
        .filter(mail -> mail.to().equalsIgnoreCase(address))
        .reduce((_, later) -> later)
        .orElseThrow(() -> new AssertionError("a mailbox is empty"));
  }

  /** What the operators' log and metrics hold by now. */
  void hearOperation() {
    synchronized (logged) {
      recorder.hear(Recorder.OPERATION, "the log", String.join("", logged));
    }
    recorder.hear(Recorder.OPERATION, "the console", printed.toString(StandardCharsets.UTF_8));
    for (var path : List.of("/metrics", "/healthcheck", "/ping")) {
      new Caller(Recorder.OPERATION, support.getAdminPort(), recorder)
          .call("GET", path, "", "", Set.of());
    }
  }

  @Override
  public void close() {
    try {
      support.after();
      jobs.close();
      postOffice.close();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
