package postern.web;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/**
 * Answers a request with a page. The page is finished before its first byte leaves, so that a
 * failure becomes an error page and never half of one.
 */
@Provider
@Produces(PageWriter.HTML)
public final class PageWriter implements MessageBodyWriter<PageModel> {
  /** The charset is said, since a browser would guess otherwise. */
  public static final String HTML = "text/html;charset=utf-8";

  private final Pages pages;

  public PageWriter(Pages pages) {
    this.pages = pages;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return PageModel.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      PageModel page,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    var html = pages.html(page).getBytes(StandardCharsets.UTF_8);
    headers.putSingle(HttpHeaders.CONTENT_TYPE, HTML);
    if (page.secret()) {
      headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    } else if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
      headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
    out.write(html);
  }
}
