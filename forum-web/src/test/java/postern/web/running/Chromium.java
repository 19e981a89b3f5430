package postern.web.running;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One browser for all tests of a run. */
public final class Chromium implements BeforeAllCallback, AutoCloseable {
  private static Chromium open;

  private Playwright playwright;
  private Browser browser;

  @Override
  public void beforeAll(ExtensionContext context) {
    synchronized (Chromium.class) {
      if (open == null) {
        launch();
        open = this;
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put(Chromium.class, this);
      }
    }
  }

  static Browser browser() {
    return open.browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private void launch() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(
                        Path.of(System.getProperty("postern.test.chromium", "/usr/bin/chromium")))
                    .setArgs(List.of("--no-sandbox")));
  }
}
