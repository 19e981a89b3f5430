package postern.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import postern.threads.WordDiff.Kind;
import postern.threads.WordDiff.Segment;

class WordDiffTest {
  @Test
  void showsTheWordsThatChanged() {
    assertThat(WordDiff.between("The quick fox ran.", "The slow fox ran far."))
        .containsExactly(
            new Segment(Kind.SAME, "The "),
            new Segment(Kind.REMOVED, "quick"),
            new Segment(Kind.ADDED, "slow"),
            new Segment(Kind.SAME, " fox ran"),
            new Segment(Kind.ADDED, " far"),
            new Segment(Kind.SAME, "."));
    assertThat(WordDiff.between("", "")).isEmpty();
    assertThat(WordDiff.between("a", "a")).containsExactly(new Segment(Kind.SAME, "a"));
    assertThat(WordDiff.between("", "a")).containsExactly(new Segment(Kind.ADDED, "a"));
    assertThat(WordDiff.between("a", "")).containsExactly(new Segment(Kind.REMOVED, "a"));
  }

  @Test
  void alwaysGivesBothTextsBack() {
    var random = new Random(1);
    for (int i = 0; i < 3_000; i++) {
      var before = text(random);
      var after = text(random);
      bothComeBack(before, after);
    }
  }

  @Test
  void isBoundedForTextsThatHaveNothingInCommon() {
    var before = "ab ".repeat(10_600);
    var after = "cd\n".repeat(10_600);
    long started = System.nanoTime();
    var segments = bothComeBack(before, after);
    assertThat((System.nanoTime() - started) / 1_000_000).isLessThan(500);
    assertThat(segments).hasSizeLessThan(3);
  }

  @Test
  void goesByLinesWhereManyWordsChanged() {
    var before = "same line\n" + "old words of many kinds\n".repeat(200) + "last\n";
    var after = "same line\n" + "new texts in other forms\n".repeat(200) + "last\n";
    assertThat(bothComeBack(before, after)).hasSize(4);
  }

  private static List<Segment> bothComeBack(String before, String after) {
    var segments = WordDiff.between(before, after);
    assertThat(join(segments, Kind.ADDED)).isEqualTo(before);
    assertThat(join(segments, Kind.REMOVED)).isEqualTo(after);
    return segments;
  }

  private static String join(List<Segment> segments, Kind without) {
    return segments.stream()
        .filter(segment -> segment.kind() != without)
        .map(Segment::text)
        .collect(Collectors.joining());
  }

  private static String text(Random random) {
    var words = new String[] {"a", "b", "c", " ", "\n", "👍", "ü"};
    return random
        .ints(random.nextInt(30), 0, words.length)
        .mapToObj(i -> words[i])
        .collect(Collectors.joining());
  }
}
