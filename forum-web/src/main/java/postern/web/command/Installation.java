package postern.web.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.codahale.metrics.MetricRegistry;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import postern.Forum;
import postern.World;
import postern.kernel.Randomness;
import postern.storage.Storage;
import postern.web.ForumConfiguration;

/** This installation's rooms, opened for one command: no mail comes in and no job is worked off. */
final class Installation implements AutoCloseable {
  private final Storage storage;
  private final Forum forum;

  private Installation(Storage storage, Forum forum) {
    this.storage = storage;
    this.forum = forum;
  }

  static Installation open(Terminal terminal) throws IOException, ConfigurationException {
    return open(configuration(terminal.config()));
  }

  static Installation open(ForumConfiguration configuration) {
    configuration.getLoggingFactory().configure(new MetricRegistry(), "postern");
    // What the service tells at its start is no news to whoever typed a command.
    if (LoggerFactory.getLogger("postern") instanceof Logger logger) {
      logger.setLevel(Level.WARN);
    }
    var storage =
        Storage.open(
            configuration.database(),
            configuration.dataFolder(),
            Storage.Role.COMMAND,
            Randomness.secure());
    try {
      return new Installation(storage, Forum.of(configuration.forum(), storage, World.real()));
    } catch (RuntimeException failure) {
      storage.close();
      throw failure;
    }
  }

  static ForumConfiguration configuration(Path file) throws IOException, ConfigurationException {
    return new YamlConfigurationFactory<>(
            ForumConfiguration.class, Validators.newValidator(), Jackson.newObjectMapper(), "dw")
        .build(
            new SubstitutingSourceProvider(
                new FileConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false)),
            file.toString());
  }

  Forum forum() {
    return forum;
  }

  @Override
  public void close() {
    forum.close();
    storage.close();
  }
}
