package postern.web;

import io.dropwizard.core.setup.Environment;
import java.util.Optional;
import postern.Forum;
import postern.http.Edge;
import postern.http.ProblemPages;
import postern.sessions.SessionsEdge;

/** Hands the rooms' JSON endpoints to the application. */
final class Api {
  private Api() {}

  static void register(Forum forum, Environment environment, Optional<ProblemPages> pages) {
    Edge.configure(environment.getObjectMapper());
    forum.edge().register(environment.jersey(), pages);
    new SessionsEdge(forum.sessions(), forum.settings().edge().origin())
        .register(environment.jersey());
  }
}
