package postern.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import postern.web.accounts.AccountsSamples;
import postern.web.admin.AdminSamples;
import postern.web.boards.BoardsSamples;
import postern.web.letters.LettersSamples;
import postern.web.members.MembersSamples;
import postern.web.moderation.ModerationSamples;
import postern.web.notices.NoticesSamples;
import postern.web.search.SearchSamples;
import postern.web.settings.SettingsSamples;
import postern.web.threads.PreviewPart;
import postern.web.threads.SimilarPart;
import postern.web.threads.ThreadsSamples;

class PagesTest {
  private static final Path FOLDER = Path.of("target", "pages");

  private final Pages pages = Pages.compiled();

  static Map<String, PageModel> samples() {
    var all = new TreeMap<String, PageModel>();
    all.putAll(BoardsSamples.all());
    all.putAll(ThreadsSamples.all());
    all.putAll(MembersSamples.all());
    all.putAll(LettersSamples.all());
    all.putAll(AccountsSamples.all());
    all.putAll(SettingsSamples.all());
    all.putAll(SearchSamples.all());
    all.putAll(AdminSamples.all());
    all.putAll(NoticesSamples.all());
    all.putAll(ModerationSamples.all());
    all.putAll(SiteSamples.all());
    return all;
  }

  /** Leaves the pages in target/pages, where a browser can look at them. */
  @Test
  void everySampleIsWritten() throws IOException {
    copyAssets();
    for (var sample : samples().entrySet()) {
      var html = pages.html(sample.getValue());
      assertThat(html).doesNotContain("{{");
      if (!(sample.getValue() instanceof PreviewPart)
          && !(sample.getValue() instanceof SimilarPart)) {
        assertThat(html).startsWith("<!doctype html>").contains("</html>");
      }
      Files.writeString(FOLDER.resolve(sample.getKey() + ".html"), html);
      Files.writeString(
          FOLDER.resolve(sample.getKey() + "-dark.html"),
          html.replace("<html lang=\"en\"", "<html lang=\"en\" data-theme=\"dark\""));
    }
  }

  @Test
  void everyPageHasASample() {
    assertThat(samples().values())
        .extracting(page -> (Object) page.getClass())
        .containsAll(pages.records());
  }

  private static void copyAssets() throws IOException {
    var target = FOLDER.resolve(Assets.read().base().substring(1));
    var source = Path.of("src", "main", "resources", "assets");
    try (var files = Files.walk(source)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = target.resolve(source.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.write(copy, Files.readAllBytes(file));
      }
    }
  }
}
