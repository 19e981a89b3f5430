package postern.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Duration;
import java.util.Optional;
import org.glassfish.jersey.server.ContainerRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import postern.kernel.Base32;
import postern.kernel.Failure;
import postern.kernel.Randomness;
import postern.storage.StorageTrouble;

/**
 * Turns everything thrown at this edge into a problem. An unexpected failure shows an incident
 * number and nothing else.
 */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
  private static final Duration DATABASE_AWAY = Duration.ofSeconds(5);

  private final Randomness randomness;
  private final Optional<ProblemPages> pages;

  @Inject private Provider<ContainerRequest> request;

  public ProblemMapper(Randomness randomness, Optional<ProblemPages> pages) {
    this.randomness = randomness;
    this.pages = pages;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
      return web.getResponse();
    }
    var problem = problem(carried(thrown));
    return wantsPage() ? pages.get().page(problem, request.get()) : problem.response();
  }

  private boolean wantsPage() {
    ContainerRequestContext asked = request.get();
    return pages.isPresent() && asked != null && !asked.getUriInfo().getPath().startsWith("api/");
  }

  // A limit that is met while a body is read comes wrapped by whoever reads it.
  private static Throwable carried(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException || cause instanceof StreamConstraintsException) {
        return cause;
      }
    }
    return thrown;
  }

  private Problem problem(Throwable thrown) {
    return switch (thrown) {
      case ProblemException known -> known.problem();
      case StorageTrouble.Unavailable _ -> databaseAway();
      case StorageTrouble.Full _ ->
          Problem.of(
              507, "out-of-space", "There is no room to keep this. What was kept before is safe.");
      case UnrecognizedPropertyException _ ->
          Problem.of(400, "unknown-field", "The body holds a field that this call does not know.");
      case StreamConstraintsException _ ->
          Problem.of(413, "body-too-large", "The body is too large or too deep.");
      case JacksonException _ ->
          Problem.of(400, "bad-json", "The body is not the JSON that this call takes.");
      case WebApplicationException web ->
          web.getCause() instanceof ProblemException known ? known.problem() : ofStatus(web);
      default -> incident(thrown);
    };
  }

  private static Problem databaseAway() {
    return Problem.of(
            503, "database-away", "The forum cannot reach its database. Try again in a moment.")
        .retryAfter(DATABASE_AWAY);
  }

  private Problem ofStatus(WebApplicationException web) {
    int status = web.getResponse().getStatus();
    return switch (status) {
      case 404 -> Problem.notFound();
      case 405 -> Problem.of(405, "method-not-allowed", "This address does not take that method.");
      case 406 -> Problem.of(406, "not-acceptable", "This address has no such representation.");
      case 413 -> Problem.of(413, "body-too-large", "The body is too large.");
      case 415 -> Problem.of(415, "unsupported-media-type", "This call takes another media type.");
      default ->
          status < 500
              ? Problem.of(status, "bad-request", "The request cannot be understood.")
              : incident(web);
    };
  }

  private Problem incident(Throwable thrown) {
    var number = Base32.encode(randomness.bytes(5));
    LOG.error("incident number={} {}", number, Failure.trace(thrown));
    return Problem.of(
            500,
            "internal-error",
            "Something broke on our side. Tell the operators this number: " + number + ".")
        .with("incident", number);
  }
}
