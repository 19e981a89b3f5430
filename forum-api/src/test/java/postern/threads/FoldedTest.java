package postern.threads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pills | Buy PILLS now",
        "pills | pills",
        "pills | (Pills!)",
        "Cheap Pills | so cheap  \tpills here",
        "pills | ｐｉｌｌｓ",
        "pills | pi\u200blls and pi\u00adlls",
        "straße | STRASSE",
        "ΛΌΓΟΣ | ο λόγος, και",
        "приём | ПРИЁМ!",
        "café | cafe\u0301 au lait",
        "赌博 | 这里有赌博网站",
        "كازينو | في كازينو جديد",
        "c++ | write c++ now",
      })
  void findsWordsInWhateverFormTheyStand(String word, String text) {
    assertThat(Folded.of(text).holds(Folded.of(word))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pills | spills",
        "pills | pills_and",
        "pill | pills",
        "ass | a classic",
        "cafe | cafés",
        "cheap pills | cheap and pills",
        "при | приём",
        "1 | 11",
      })
  void doesNotFindThemInOtherWords(String word, String text) {
    assertThat(Folded.of(text).holds(Folded.of(word))).isFalse();
  }

  @org.junit.jupiter.api.Test
  void readsWhatAPageShows() {
    var page = Folded.ofHtml("<p>Buy pi<strong>ll</strong>s &amp; more</p>\n<p>x</p>\n");
    assertThat(page.holds(Folded.of("pills & more"))).isTrue();
    assertThat(page.holds(Folded.of("more x"))).isTrue();
    assertThat(page.holds(Folded.of("strong"))).isFalse();
  }
}
