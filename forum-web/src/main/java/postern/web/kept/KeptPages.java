package postern.web.kept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import postern.storage.Changes;
import postern.storage.Shown;

/**
 * Gives a visitor the page that was made for another, as long as nothing that it shows has changed
 * ({@link Changes}), and makes it where there is none. A page says by {@code Cache-Control: public}
 * that it is every visitor's. What time alone would change shows within ten minutes.
 */
public final class KeptPages implements Filter {
  private static final long LONGEST = Duration.ofMinutes(10).toNanos();
  private static final String GZIPPED = "-gzip";

  private final Changes changes;
  private final Cache<String, KeptPage> pages;

  /**
   * @param octets how much memory the kept pages may take together
   */
  public KeptPages(Changes changes, long octets) {
    this.changes = changes;
    this.pages =
        Caffeine.newBuilder()
            .maximumWeight(octets)
            .weigher((String key, KeptPage page) -> 2 * key.length() + page.weight())
            .executor(Runnable::run)
            .build();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var asked = (HttpServletRequest) request;
    var answer = (HttpServletResponse) response;
    var key = Asked.key(asked);
    if (key.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    // Where nothing is sure the page is made anew, with the same head: a reader's tag stays good.
    var kept = changes.sure() ? pages.getIfPresent(key.get()) : null;
    if (kept != null && good(kept)) {
      send(asked, answer, kept);
    } else {
      make(asked, answer, chain, key.get());
    }
  }

  private boolean good(KeptPage page) {
    return System.nanoTime() - page.made() < LONGEST
        && changes.unchanged(page.parts(), page.since());
  }

  private void make(
      HttpServletRequest asked, HttpServletResponse answer, FilterChain chain, String key)
      throws IOException, ServletException {
    long since = changes.now();
    long made = System.nanoTime();
    var shown = new Shown();
    var capture = new Capture(answer);
    shown.during(() -> run(chain, new Unconditional(asked), capture));
    if (!everyones(capture)) {
      answer.getOutputStream().write(capture.bytes());
      return;
    }
    var page = KeptPage.of(capture, shown.parts(), since, made);
    if (shown.unknown().isEmpty()) {
      pages.put(key, page);
    }
    send(asked, answer, page);
  }

  private static boolean everyones(Capture answer) {
    var control = answer.getHeader("Cache-Control");
    return !answer.gaveCookie()
        && control != null
        && (answer.getStatus() == 200
            ? control.startsWith("public")
            : (answer.getStatus() == 301 || answer.getStatus() == 302)
                && answer.getHeader("Location") != null);
  }

  private static void send(HttpServletRequest asked, HttpServletResponse answer, KeptPage page)
      throws IOException {
    if (page.location() != null) {
      answer.setStatus(page.status());
      answer.setHeader("Location", page.location());
      answer.setHeader("Cache-Control", "no-cache");
      return;
    }
    boolean zipped = Asked.takesGzip(asked);
    // Two encodings are two representations, so their strong tags differ (RFC 9110 section
    // 8.8.3.3).
    answer.setHeader("ETag", '"' + page.tag() + (zipped ? GZIPPED : "") + '"');
    answer.setHeader("Cache-Control", "public, no-cache");
    answer.setHeader("Vary", "Accept-Encoding, Cookie, Authorization");
    if (Asked.has(asked, '"' + page.tag() + '"', '"' + page.tag() + GZIPPED + '"')) {
      answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    answer.setStatus(page.status());
    answer.setContentType(page.type());
    if (zipped) {
      answer.setHeader("Content-Encoding", "gzip");
    }
    var bytes = zipped ? page.zipped() : page.plain();
    answer.setContentLength(bytes.length);
    answer.getOutputStream().write(bytes);
  }

  private static boolean run(FilterChain chain, HttpServletRequest asked, Capture capture) {
    try {
      chain.doFilter(asked, capture);
      return true;
    } catch (IOException | ServletException failure) {
      throw new Failed(failure);
    }
  }

  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(Exception cause) {
      super(cause);
    }
  }

  /**
   * The page is made whole, whatever the reader has of it; what they have is asked when sending.
   */
  private static final class Unconditional extends HttpServletRequestWrapper {
    private static final Set<String> HIDDEN = Set.of("if-none-match", "if-modified-since");

    Unconditional(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getHeader(String name) {
      return hidden(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return hidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      return Collections.enumeration(
          Collections.list(super.getHeaderNames()).stream().filter(name -> !hidden(name)).toList());
    }

    private static boolean hidden(String name) {
      return HIDDEN.contains(name.toLowerCase(java.util.Locale.ROOT));
    }
  }
}
