package postern.web.about;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.web.Desk;

/** Where to report what is wrong with the site's security (RFC 9116). */
@Path("/.well-known/security.txt")
@Produces(SecurityTextResource.TEXT)
public final class SecurityTextResource {
  static final String TEXT = "text/plain;charset=utf-8";

  // Section 2.5.5: no more than a year ahead. It is written anew for every reader.
  private static final Duration HOLDS = Duration.ofDays(180);

  private final Desk desk;
  private final Operator operator;

  SecurityTextResource(Desk desk, Operator operator) {
    this.desk = desk;
    this.operator = operator;
  }

  @GET
  @Access(Who.ANYONE)
  public String read() {
    var contact = operator.contactUri().orElseThrow(() -> Problem.notFound().thrown());
    return text(
        contact,
        desk.forum().foundation().settings().edge().origin().url(""),
        desk.forum().foundation().sources().now());
  }

  static String text(URI contact, String origin, Instant now) {
    return """
    Contact: %s
    Expires: %s
    Policy: %s/privacy
    Canonical: %s/.well-known/security.txt
    """
        .formatted(contact, now.plus(HOLDS).truncatedTo(ChronoUnit.DAYS), origin, origin);
  }
}
