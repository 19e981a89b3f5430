package postern.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

/** How a problem looks to a person; implemented by the site. The JSON API never asks it. */
@FunctionalInterface
public interface ProblemPages {
  Response page(Problem problem, ContainerRequestContext request);
}
