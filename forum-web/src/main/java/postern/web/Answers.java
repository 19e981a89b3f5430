package postern.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The ways in which a page answers. */
public final class Answers {
  /** A form that could not be taken as it is comes back with this status and what was typed. */
  public static final int REFUSED = 422;

  private static final String FOR_VISITORS = "public, no-cache";

  private final Pages pages;

  public Answers(Pages pages) {
    this.pages = pages;
  }

  /**
   * A page that anybody may read. A visitor's browser may keep it and ask whether it changed; a
   * member's page is only theirs.
   */
  public Response readable(Visit visit, Request request, PageModel page) {
    if (!visit.guest() || page.secret()) {
      return page(page);
    }
    var html = pages.html(page).getBytes(StandardCharsets.UTF_8);
    var tag = new EntityTag(hash(html));
    var unchanged = request.evaluatePreconditions(tag);
    var answer = unchanged != null ? unchanged : Response.ok(html, PageWriter.HTML);
    return answer
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, FOR_VISITORS)
        .header(HttpHeaders.VARY, HttpHeaders.COOKIE)
        .build();
  }

  /**
   * What programs read: asked for again and again, so it says whether it changed.
   *
   * @param everyones true when all readers get the same
   */
  public Response feed(Request request, byte[] bytes, String type, boolean everyones) {
    var tag = new EntityTag(hash(bytes));
    var unchanged = request.evaluatePreconditions(tag);
    var answer = unchanged != null ? unchanged : Response.ok(bytes, type);
    return answer
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, everyones ? FOR_VISITORS : "private, no-cache")
        .build();
  }

  public Response page(PageModel page) {
    return Response.ok(page, PageWriter.HTML).build();
  }

  /** The page of a form again, with its errors and with what was typed. */
  public Response refused(PageModel page) {
    return page(REFUSED, page);
  }

  /** A page that says no in another way than a form does. */
  public Response page(int status, PageModel page) {
    return Response.status(status).type(PageWriter.HTML).entity(page).build();
  }

  /** After a post: look there (RFC 9110 section 15.4.4). */
  public Response seeOther(String path, NewCookie... cookies) {
    return Response.seeOther(URI.create(path)).cookie(cookies).build();
  }

  /** The page has another address; the old one may mean something else one day. */
  public Response redirect(String path) {
    return Response.status(Response.Status.FOUND)
        .location(URI.create(path))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  /** The page has gone to another address for good (RFC 9110 section 15.4.2). */
  public Response movedFor(String path) {
    return Response.status(Response.Status.MOVED_PERMANENTLY)
        .location(URI.create(path))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  private static String hash(byte[] html) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(html);
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 12));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
