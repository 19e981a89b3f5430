package postern.http;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that says no, as RFC 9457 has it. Its name is documented in docs/problems.md; its
 * detail is a sentence for a person that says what to do, and never repeats what was sent.
 */
public record Problem(int status, String name, String detail, Map<String, Object> members) {
  public static final String MEDIA_TYPE = "application/problem+json";
  public static final String RETRY_AFTER = "retryAfterSeconds";

  public Problem {
    members = Map.copyOf(members);
  }

  public static Problem of(int status, String name, String detail) {
    return new Problem(status, name, detail, Map.of());
  }

  /** The answer for what does not exist and for what the viewer may not know of: the same bytes. */
  public static Problem notFound() {
    return of(404, "not-found", "There is nothing here, or it is not for you to see.");
  }

  public static Problem tooMany(Duration wait) {
    return of(429, "too-many-requests", "That was too much at once. Wait a little and try again.")
        .retryAfter(wait);
  }

  /** What a call must send; where it is absent, 400. */
  public static <T> T required(T sent) {
    if (sent == null) {
      throw of(400, "body-missing", "This call needs a JSON body with every field it names.")
          .thrown();
    }
    return sent;
  }

  public Problem with(String member, Object value) {
    var more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(status, name, detail, more);
  }

  /** Also sets the Retry-After header. */
  public Problem retryAfter(Duration wait) {
    return with(RETRY_AFTER, Math.max(1, wait.toSeconds()));
  }

  public ProblemException thrown() {
    return new ProblemException(this);
  }

  public Response response() {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "/problems#" + name);
    body.put("title", Titles.of(status));
    body.put("status", status);
    body.put("detail", detail);
    body.putAll(members);
    var response =
        Response.status(status).type(MEDIA_TYPE).entity(body).header("Cache-Control", "no-store");
    if (members.get(RETRY_AFTER) instanceof Long seconds) {
      response.header("Retry-After", seconds);
    }
    if (status == 401) {
      response.header("WWW-Authenticate", "Bearer");
    }
    return response.build();
  }
}
