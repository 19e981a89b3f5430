package postern.web.crawlers;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import postern.http.Access;
import postern.http.Who;
import postern.web.Desk;

/** What robots may leave alone (RFC 9309): what needs a sign-in, and lists that never end. */
@Path("/robots.txt")
public final class RobotsResource {
  private static final String RULES =
      """
      User-agent: *
      Disallow: /admin
      Disallow: /api/
      Disallow: /bookmarks
      Disallow: /drafts
      Disallow: /feeds/
      Disallow: /forgotten
      Disallow: /letters
      Disallow: /moderation
      Disallow: /notices
      Disallow: /sandbox
      Disallow: /search?
      Disallow: /settings
      Disallow: /sign-in
      Disallow: /sign-up
      Disallow: /*?after=
      Disallow: /*?order=
      Disallow: /*?show=

      Sitemap: %s/sitemap.xml
      """;

  private final String text;

  RobotsResource(Desk desk) {
    this.text = RULES.formatted(desk.forum().foundation().settings().edge().origin());
  }

  @GET
  @Access(Who.ANYONE)
  public Response robots() {
    return Response.ok(text, "text/plain;charset=utf-8")
        .header("Cache-Control", "public, max-age=3600")
        .build();
  }
}
