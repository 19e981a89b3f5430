package postern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.NotFoundException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class AssetsTest {
  private final Assets assets = Assets.read();
  private final AssetsResource resource = new AssetsResource(assets);

  @Test
  void keepsAnAssetForAYearUnderItsHash() {
    var response = resource.asset(assets.hash(), "site.css", null);

    assertThat(response.getHeaderString("Cache-Control"))
        .isEqualTo("public, max-age=31536000, immutable");
    assertThat(response.getMediaType()).hasToString("text/css;charset=utf-8");
  }

  @Test
  void answersAnOlderHashWithoutKeepingIt() {
    assertThat(resource.asset("0000", "site.css", null).getHeaderString("Cache-Control"))
        .isEqualTo("no-cache");
  }

  @Test
  void compressesForWhoTakesIt() throws IOException {
    var response = resource.asset(assets.hash(), "site.css", "br, gzip");

    assertThat(response.getHeaderString("Content-Encoding")).isEqualTo("gzip");
    try (var in = new GZIPInputStream(new ByteArrayInputStream((byte[]) response.getEntity()))) {
      assertThat(in.readAllBytes()).isEqualTo(assets.find("site.css").orElseThrow().bytes());
    }
  }

  @Test
  void hasNoWayOutOfItsFolder() {
    assertThatThrownBy(() -> resource.asset(assets.hash(), "../postern/web/layout.mustache", null))
        .isInstanceOf(NotFoundException.class);
  }
}
