package postern.web.command;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import postern.web.ForumApplication;
import postern.web.ForumConfiguration;

/** Starts the service and says where it is. */
final class ServerCommand implements Command {
  @Override
  public String name() {
    return "server";
  }

  @Override
  public String summary() {
    return "start the service";
  }

  @Override
  public void configure(Subparser parser) {
    parser
        .addArgument("--demo")
        .action(Arguments.storeTrue())
        .help("fill an empty database with a small community, and print its sign-ins");
    // The launcher's, which makes the cache for quick starts from such a run.
    parser.addArgument("--rehearse").action(Arguments.storeTrue()).help(Arguments.SUPPRESS);
  }

  @Override
  public Exit run(Namespace typed, Terminal terminal) throws Exception {
    var service = new Service(terminal, typed.getBoolean("demo"), typed.getBoolean("rehearse"));
    service.run("server", terminal.config().toString());
    return service.failed ? Exit.FAILED : Exit.DONE;
  }

  private static final class Service extends ForumApplication {
    private final Terminal terminal;
    private final boolean demo;
    private final boolean rehearse;
    private boolean failed;

    Service(Terminal terminal, boolean demo, boolean rehearse) {
      this.terminal = terminal;
      this.demo = demo;
      this.rehearse = rehearse;
    }

    @Override
    public void run(ForumConfiguration configuration, Environment environment) {
      super.run(configuration, environment);
      var welcome = welcome(configuration);
      environment.lifecycle().addServerLifecycleListener(_ -> terminal.out().print(welcome.text()));
      if (rehearse) {
        environment.lifecycle().addServerLifecycleListener(Rehearsal::of);
      }
    }

    private Welcome welcome(ForumConfiguration configuration) {
      try {
        return Welcome.prepare(forum(), configuration, demo);
      } catch (IOException missing) {
        throw new UncheckedIOException(missing);
      }
    }

    @Override
    protected void addDefaultCommands(Bootstrap<ForumConfiguration> bootstrap) {
      bootstrap.addCommand(
          new io.dropwizard.core.cli.ServerCommand<>(this) {
            // Dropwizard would print a stack trace, in which a sentence for the operator is lost.
            @Override
            public void onError(Cli cli, Namespace namespace, Throwable failure) {
              terminal.err().println(Sentence.of(failure));
            }
          });
    }

    // Dropwizard would end the process here.
    @Override
    protected void onFatalError(Throwable failure) {
      failed = true;
    }
  }
}
