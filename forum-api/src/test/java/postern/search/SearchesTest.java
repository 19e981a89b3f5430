package postern.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postern.boards.Audience;
import postern.http.Cursor;
import postern.kernel.Viewer;
import postern.search.Asked.Order;

class SearchesTest {
  private static SearchHouse house;

  @BeforeAll
  static void open() {
    house = new SearchHouse();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void wantsAllWordsInTheTitleOrInTheTextOfOnePost() {
    var board = house.house.board();
    var thread = house.thread(board, "Water wheels", "Who has an overshot one?");
    house.reply(house.house.ben, thread, "We have a wheel at the mill.");
    house.settle();
    assertThat(house.texts(Viewer.GUEST, "water overshot"))
        .containsExactly("Who has an overshot one?");
    assertThat(house.texts(Viewer.GUEST, "wheel")).hasSize(2);
    assertThat(house.texts(Viewer.GUEST, "wheel mill"))
        .containsExactly("We have a wheel at the mill.");
    assertThat(house.texts(Viewer.GUEST, "wheel windmill")).isEmpty();
    assertThat(house.texts(Viewer.GUEST, "wheel -mill"))
        .containsExactly("Who has an overshot one?");
  }

  @Test
  void findsLongerWordsByTheirBeginningUnlessInQuotes() {
    var board = house.house.board();
    house.thread(board, "One", "The ploughwright came.");
    house.thread(board, "Two", "The plough turns.");
    house.settle();
    assertThat(house.texts(Viewer.GUEST, "plough"))
        .containsExactly("The plough turns.", "The ploughwright came.");
    assertThat(house.texts(Viewer.GUEST, "\"plough\"")).containsExactly("The plough turns.");
    assertThat(house.texts(Viewer.GUEST, "\"the plough\"")).containsExactly("The plough turns.");
    assertThat(house.texts(Viewer.GUEST, "\"plough the\"")).isEmpty();
  }

  @Test
  void filtersByAuthorBoardAndDay() {
    var garden = house.house.board(Audience.VISITORS, Audience.MEMBERS);
    var cellar = house.house.board(Audience.VISITORS, Audience.MEMBERS);
    var thread = house.thread(garden.id(), "Sloes", "Ada's sloes.");
    house.house.clock.advance(Duration.ofDays(40));
    house.reply(house.house.ben, thread, "Ben's sloes.");
    house.thread(cellar.id(), "Perry", "Sloes in bottles.");
    house.settle();
    assertThat(house.texts(Viewer.GUEST, "sloes author:ben board:" + garden.slug()))
        .containsExactly("Ben's sloes.");
    assertThat(house.texts(Viewer.GUEST, "author:ben board:" + garden.slug()))
        .containsExactly("Ben's sloes.");
    assertThat(house.texts(Viewer.GUEST, "author:nobody sloes")).isEmpty();
    assertThat(house.texts(Viewer.GUEST, "author:%%% sloes")).isEmpty();
    assertThat(house.texts(Viewer.GUEST, "sloes board:" + cellar.slug()))
        .containsExactly("Sloes in bottles.");
    assertThat(house.texts(Viewer.GUEST, "sloes board:" + cellar.id()))
        .containsExactly("Sloes in bottles.");
    assertThat(house.texts(Viewer.GUEST, "sloes board:none")).isEmpty();
    var day = house.house.clock.instant().toString().substring(0, 10);
    assertThat(house.texts(Viewer.GUEST, "sloes before:" + day)).containsExactly("Ada's sloes.");
    assertThat(house.texts(Viewer.GUEST, "sloes after:" + day))
        .hasSize(2)
        .doesNotContain("Ada's sloes.");
  }

  @Test
  void findsWhatAClaimedAuthorWroteUnderTheNameOfWhoClaimedIt() {
    // Posts keep the id they were written under; the filter takes every id of a member.
    var board = house.house.board();
    house.thread(board, "Pears", "Gages.");
    house.settle();
    assertThat(house.texts(Viewer.GUEST, "author:@ada gages")).containsExactly("Gages.");
    assertThat(house.texts(Viewer.GUEST, "author:ADA gages")).containsExactly("Gages.");
  }

  @Test
  void pagesThroughAllThatWasFoundInBothOrders() {
    var board = house.house.board();
    var thread = house.thread(board, "Counting", "none");
    for (int i = 1; i <= 25; i++) {
      house.house.clock.advance(Duration.ofMinutes(1));
      house.reply(house.house.ben, thread, "apple ".repeat(1 + i % 4) + i);
    }
    house.settle();
    for (var order : Order.values()) {
      var seen = new ArrayList<String>();
      Optional<Cursor> after = Optional.empty();
      boolean more = true;
      while (more) {
        var page =
            SearchHouse.found(
                house.searches, Viewer.GUEST, Asked.read("apple").in(order), after, 4);
        page.rows().forEach(hit -> seen.add(hit.placed().post().body()));
        after = Optional.of(Cursor.parse(page.rows().getLast().key().text()));
        more = page.more();
      }
      assertThat(seen).as(order.name()).hasSize(25).doesNotHaveDuplicates();
      if (order == Order.NEWEST) {
        assertThat(seen.getFirst()).endsWith("25");
        assertThat(seen.getLast()).endsWith(" 1");
      } else {
        assertThat(seen.getFirst()).startsWith("apple apple apple apple");
      }
    }
  }

  @Test
  void titlesWeighMoreThanTexts() {
    var board = house.house.board();
    house.thread(board, "Quinces", "What to do with forty of them?");
    house.thread(board, "Jam", "Mine is of quinces.");
    house.settle();
    assertThat(house.texts(Viewer.GUEST, "quinces"))
        .containsExactly("What to do with forty of them?", "Mine is of quinces.");
  }

  @Test
  void marksWhatWasLookedForInEscapedText() {
    var board = house.house.board();
    var filler = "Nothing to see in this sentence at all. ".repeat(30);
    house.thread(
        board, "Of <b>bees</b> & hives", filler + "Then the `<bee>` & its Queen came. " + filler);
    house.settle();
    var hit = house.find(Viewer.GUEST, "bee queen").getFirst();
    assertThat(hit.excerpt().html())
        .contains("&lt;<mark>bee</mark>&gt; &amp; its <mark>Queen</mark> came")
        .startsWith("… ")
        .endsWith(" …")
        .doesNotContain("<b>");
    assertThat(hit.excerpt().html().length()).isLessThan(400);
    assertThat(hit.title().html()).contains("&lt;b&gt;<mark>bees</mark>&lt;/b&gt; &amp; hives");
  }

  @Test
  void findsAnEditedPostByItsNewWordsAlone() {
    var board = house.house.board();
    var thread = house.thread(board, "A", "B");
    var post = house.reply(house.house.ben, thread, "plums");
    house.settle();
    house.house.rooms.posts().edit(house.house.ben, post, "damsons", "");
    house.settle();
    assertThat(house.texts(Viewer.GUEST, "plums")).isEmpty();
    assertThat(house.texts(Viewer.GUEST, "damsons")).containsExactly("damsons");
  }

  @Test
  void theTitleIsFoundWithWhicheverPostStandsFirst() {
    var board = house.house.board();
    var thread = house.thread(board, "Medlars", "first");
    house.reply(house.house.ben, thread, "second");
    house.settle();
    var first = house.find(Viewer.GUEST, "medlars").getFirst().placed().post().id();
    house.house.rooms.posts().delete(house.house.ada, first, "");
    house.settle();
    assertThat(house.texts(Viewer.GUEST, "medlars")).containsExactly("second");
    house.house.rooms.posts().restore(house.house.root, first, "");
    house.settle();
    assertThat(house.texts(Viewer.GUEST, "medlars")).containsExactly("first");
    house.house.rooms.threads().retitle(house.house.ada, thread, "Bletted fruit", "");
    house.settle();
    assertThat(house.texts(Viewer.GUEST, "medlars")).isEmpty();
    assertThat(house.texts(Viewer.GUEST, "bletted")).containsExactly("first");
  }

  @Test
  void offersThreadsWhoseTitlesShareWhatTells() {
    var board = house.house.board();
    house.thread(board, "How do I prune an old apple tree?", "?");
    house.thread(board, "Pruning pears in summer", "?");
    house.thread(board, "How do I make cider?", "?");
    for (int i = 0; i < 10; i++) {
      house.thread(board, "How do I do thing number " + i + "?", "?");
    }
    house.settle();
    assertThat(similar("How do I prune my apple tree"))
        .first()
        .isEqualTo("How do I prune an old apple tree?");
    assertThat(similar("How do I prune my apple tree")).doesNotContain("How do I make cider?");
    assertThat(similar("zeppelin")).isEmpty();
    assertThat(similar("")).isEmpty();
    assertThat(similar("?".repeat(5_000))).isEmpty();
    assertThat(house.searches.similar(Viewer.GUEST, "apple tree", 5)).isEmpty();
  }

  private List<String> similar(String title) {
    return house.searches.similar(house.house.ben, title, 5).stream()
        .map(view -> view.thread().title())
        .toList();
  }

  @Test
  void neverFailsOnOddInput() {
    var board = house.house.board();
    house.thread(board, "Odd", "*:* AND (OR) foo~2 [a TO b] \\");
    house.settle();
    for (var typed :
        List.of(
            "*",
            "*:*",
            "foo~2",
            "[a TO b]",
            "(",
            "\\",
            "AND OR NOT",
            "a* ?b",
            "-\"-\"",
            "\0",
            "\ud83c")) {
      assertThat(house.find(Viewer.GUEST, typed)).as(typed).isNotNull();
    }
    assertThat(house.texts(Viewer.GUEST, "AND (OR)")).hasSize(1);
    assertThat(house.find(Viewer.GUEST, "a ".repeat(200))).isNotNull();
  }
}
