package postern.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import postern.search.Asked.Part;

class AskedTest {
  @Test
  void readsWordsStretchesAndWhatMustNotBeThere() {
    var asked = Asked.read("Water \"old mill\" -stream -\"dry land\" foo_bar");
    assertThat(asked.parts())
        .containsExactly(
            new Part(List.of("water"), false, false),
            new Part(List.of("old", "mill"), true, false),
            new Part(List.of("stream"), false, true),
            new Part(List.of("dry", "land"), true, true),
            new Part(List.of("foo", "bar"), false, false));
  }

  @Test
  void readsWhoWhereAndWhen() {
    var asked = Asked.read("wheel author:@ben board:garden after:2026-01-02 BEFORE:2026-02-01");
    assertThat(asked.parts()).containsExactly(new Part(List.of("wheel"), false, false));
    assertThat(asked.author()).contains("ben");
    assertThat(asked.board()).contains("garden");
    assertThat(asked.from()).contains(Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(asked.until()).contains(Instant.parse("2026-02-01T00:00:00Z"));
  }

  @Test
  void takesWhatHasNoMeaningForWords() {
    assertThat(Asked.read("before:tomorrow").parts())
        .containsExactly(new Part(List.of("before", "tomorrow"), false, false));
    assertThat(Asked.read("author:").parts())
        .containsExactly(new Part(List.of("author"), false, false));
    assertThat(Asked.read("“unclosed words").parts())
        .containsExactly(new Part(List.of("unclosed", "words"), true, false));
  }

  @Test
  void isEmptyWithoutAnythingToLookFor() {
    for (var typed : List.of("", "  ", "-", "\"\"", "-word", "?!", "- -- \"", "+&|")) {
      assertThat(Asked.read(typed).empty()).as(typed).isTrue();
    }
    assertThat(Asked.read("author:ada").empty()).isFalse();
  }

  @Test
  void readsAnyTextAtAll() {
    var random = new Random(5);
    var signs = "ab\"“”-:@.*?~^[](){}\\/+&|! \u3000\u0301é日ー\ud83c\udf50\ud83c\0\n«author:before:";
    for (int i = 0; i < 3_000; i++) {
      var typed = new StringBuilder();
      for (int j = random.nextInt(40); j > 0; j--) {
        typed.append(signs.charAt(random.nextInt(signs.length())));
      }
      assertThat(Asked.read(typed.toString())).isNotNull();
    }
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(Asked.read("x".repeat(400)).empty()).isFalse();
    assertThatThrownBy(() -> Asked.read("x".repeat(401)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
