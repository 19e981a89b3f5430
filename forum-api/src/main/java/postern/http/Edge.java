package postern.http;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Optional;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ServerProperties;
import postern.kernel.Randomness;

/**
 * Puts the edge's checks before every endpoint of an application, and its way of saying no behind
 * them.
 */
public final class Edge {
  private static final int MAX_JSON_DEPTH = 20;

  private final EdgeSettings settings;
  private final Randomness randomness;
  private final FirstAnswers firstAnswers;
  private final AccessTable accessTable = new AccessTable();

  public Edge(EdgeSettings settings, Randomness randomness, FirstAnswers firstAnswers) {
    this.settings = settings;
    this.randomness = randomness;
    this.firstAnswers = firstAnswers;
  }

  /** Every endpoint with its declared access, once the application has started. */
  public AccessTable accessTable() {
    return accessTable;
  }

  public EdgeSettings settings() {
    return settings;
  }

  /**
   * @param pages how a problem looks on the site; without it every problem is JSON
   */
  public void register(JerseyEnvironment jersey, Optional<ProblemPages> pages) {
    // Endpoints that Jersey would add by itself (WADL, OPTIONS) declare no access, so they are not
    // made.
    jersey.property(ServerProperties.WADL_FEATURE_DISABLE, true);
    jersey.property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
    jersey.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    jersey.register(new HostFilter(settings.origin()));
    jersey.register(new BodyLimit(settings.bodyOctets()));
    jersey.register(new ProblemMapper(randomness, pages));
    jersey.register(new AccessFeature());
    jersey.register(new Idempotency(firstAnswers));
    jersey.register(accessTable);
    jersey.register(new OpenApiResource(accessTable));
  }

  /** The JSON that the API reads and writes: unknown fields are refused, times are RFC 3339. */
  public static void configure(ObjectMapper json) {
    json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    json.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_JSON_DEPTH).build());
  }
}
