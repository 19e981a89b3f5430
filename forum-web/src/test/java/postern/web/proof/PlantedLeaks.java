package postern.web.proof;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.LoggerFactory;
import postern.http.Access;
import postern.http.Who;
import postern.kernel.Viewer;

/** Every mistake that the canaries are there to find, each at a page of its own. */
@Path("/planted/{leak}")
public final class PlantedLeaks {
  /** Those that an answer holds; the log's, the metrics' and the mails' are planted beside them. */
  static final List<String> ANSWERS =
      List.of(
          "etag",
          "header",
          "field",
          "cookie",
          "redirect",
          "comment",
          "avatar",
          "entities",
          "json-escapes",
          "backwards",
          "hexadecimal",
          "domain-alone",
          "local-part-alone",
          "upper-case",
          "base64-in-base64",
          "problem");

  private final String address;
  private final MetricRegistry metrics;

  PlantedLeaks(String address, MetricRegistry metrics) {
    this.address = address;
    this.metrics = metrics;
  }

  @GET
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  @Access(Who.ANYONE)
  public Response leak(@Auth Viewer viewer, @PathParam("leak") String leak) {
    int at = address.indexOf('@');
    return switch (leak) {
      case "etag" -> ok("").header("ETag", '"' + digest("SHA-256", address) + '"').build();
      case "header" -> ok("").header("X-Author", "a <" + address + ">").build();
      case "field" -> Response.ok(Map.of("from", address), MediaType.APPLICATION_JSON).build();
      case "cookie" ->
          ok("")
              .cookie(new NewCookie.Builder("seen").value(base64("id=7&of=" + address)).build())
              .build();
      case "redirect" ->
          Response.seeOther(URI.create("/m/ada?at=" + percent(percent(address)))).build();
      case "comment" -> ok("<p>hello</p><!-- " + address + " -->").build();
      case "avatar" ->
          ok("<img src='/a/" + digest("MD5", address.toLowerCase(Locale.ROOT)) + ".png'>").build();
      case "entities" -> ok(entities()).build();
      case "json-escapes" -> ok("{\"to\":\"" + address.replace("@", "\\u0040") + "\"}").build();
      case "backwards" -> ok(new StringBuilder(address).reverse().toString()).build();
      case "hexadecimal" ->
          ok(HexFormat.of().formatHex(address.getBytes(StandardCharsets.UTF_8))).build();
      case "domain-alone" -> ok("their host is " + address.substring(at + 1)).build();
      case "local-part-alone" -> ok("you mean " + address.substring(0, at) + "?").build();
      case "upper-case" -> ok(address.toUpperCase(Locale.ROOT)).build();
      case "base64-in-base64" -> ok(base64("x:" + base64(entities()))).build();
      case "problem" ->
          Response.status(409)
              .type("application/problem+json")
              .entity("{\"detail\":\"" + address + " is taken\"}")
              .build();
      case "log" -> {
        LoggerFactory.getLogger("postern.planted").debug("letter refused to={}", address);
        yield ok("").build();
      }
      case "console" -> {
        new IllegalStateException("bad address " + address).printStackTrace();
        yield ok("").build();
      }
      case "metric" -> {
        metrics.counter("mails." + address.replace('@', '_')).inc();
        yield ok("").build();
      }
      default -> Response.status(404).build();
    };
  }

  private static Response.ResponseBuilder ok(String page) {
    return Response.ok(page, MediaType.TEXT_HTML);
  }

  private String entities() {
    var entities = new StringBuilder();
    address.chars().forEach(c -> entities.append("&#x").append(Integer.toHexString(c)).append(';'));
    return entities.toString();
  }

  static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String percent(String text) {
    return URLEncoder.encode(text.replace("a", "%61"), StandardCharsets.UTF_8);
  }

  static String digest(String algorithm, String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
