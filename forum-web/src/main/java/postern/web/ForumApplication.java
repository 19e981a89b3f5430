package postern.web;

import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import java.util.Optional;
import postern.Forum;
import postern.World;
import postern.kernel.Randomness;
import postern.storage.Storage;
import postern.storage.StorageRefusal;

/** Starts everything: the rooms, the API, the site, and mail. */
public class ForumApplication extends Application<ForumConfiguration> {
  private final World world;
  private Forum forum;

  public ForumApplication() {
    this(World.real());
  }

  /** For tests, which bring a world of their own. */
  public ForumApplication(World world) {
    this.world = world;
  }

  public static void main(String[] arguments) throws Exception {
    try {
      new ForumApplication().run(arguments);
    } catch (StorageRefusal refusal) {
      System.err.println(refusal.getMessage());
      System.exit(1);
    }
  }

  /** The rooms of the running application. */
  public Forum forum() {
    return forum;
  }

  @Override
  public String getName() {
    return "Postern";
  }

  @Override
  public void initialize(Bootstrap<ForumConfiguration> bootstrap) {
    bootstrap.setConfigurationSourceProvider(
        new SubstitutingSourceProvider(
            bootstrap.getConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false)));
  }

  @Override
  public void run(ForumConfiguration configuration, Environment environment) {
    var storage =
        Storage.open(
            configuration.database(),
            configuration.dataFolder(),
            Storage.Role.SERVICE,
            Randomness.secure());
    environment.lifecycle().manage(closing(storage));
    forum = Forum.of(configuration.forum(), storage, world);
    FirstAdministrator.make(forum, configuration.site().administrator());
    environment.lifecycle().manage(running(forum));
    var pages =
        SiteEdge.register(forum, configuration.site(), configuration.pages().octets(), environment);
    Api.register(forum, environment, Optional.of(pages));
    Operations.register(forum, environment);
  }

  private static Managed closing(Storage storage) {
    return new Managed() {
      @Override
      public void stop() {
        storage.close();
      }
    };
  }

  private static Managed running(Forum forum) {
    return new Managed() {
      @Override
      public void start() throws Exception {
        forum.start();
      }

      @Override
      public void stop() {
        forum.close();
      }
    };
  }
}
