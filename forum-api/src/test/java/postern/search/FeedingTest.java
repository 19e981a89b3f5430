package postern.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;

/** Each node's own index, fed from the one log of changes. */
class FeedingTest {
  private static SearchHouse house;

  private final Path folder = SearchHouse.newFolder();
  private final Searches node = house.node(folder);

  @BeforeAll
  static void build() {
    house = new SearchHouse();
  }

  @AfterAll
  static void end() {
    house.close();
  }

  @AfterEach
  void close() {
    node.close();
  }

  private void settle() {
    house.house.accounts.runner.drain();
    node.catchUp();
  }

  @Test
  void goesOnWhereItWasAfterItsEnd() {
    var board = house.house.board();
    house.thread(board, "One", "before");
    settle();
    node.close();
    house.thread(board, "Two", "meanwhile");
    house.house.accounts.runner.drain();
    try (var again = house.node(folder)) {
      again.catchUp();
      assertThat(found(again, "before")).hasSize(1);
      assertThat(found(again, "meanwhile")).hasSize(1);
      assertThat(folders(folder)).as("nothing was made anew").containsExactly("v1-1");
    }
  }

  /** What a kill leaves in the folder: what was kept before, without what came after. */
  @Test
  void losesNothingWhenItIsKilled() throws IOException {
    var board = house.house.board();
    var thread = house.thread(board, "One", "kowari kept");
    settle();
    var post = house.reply(house.house.ben, thread, "kowari not kept yet");
    house.house.rooms.threads().retitle(house.house.ada, thread, "Kowarirenamed", "");
    settle();
    var left = SearchHouse.newFolder();
    copy(folder, left);
    house.reply(house.house.ben, thread, "kowari after the end");
    house.house.accounts.runner.drain();
    try (var again = house.node(left)) {
      again.catchUp();
      assertThat(found(again, "kowari kept")).hasSize(2);
      assertThat(found(again, "\"kowari after the end\"")).hasSize(1);
      assertThat(found(again, "kowarirenamed")).hasSize(1);
      assertThat(folders(left)).containsExactly("v1-1");
    }
    assertThat(post).isNotNull();
  }

  @Test
  void makesTheIndexAnewWhenItIsMissingBrokenOrOfAnotherVersion() throws IOException {
    house.thread(house.house.board(), "One", "echidna");
    settle();
    node.close();

    rename(folder.resolve("v1-1"), folder.resolve("v0-1"));
    try (var again = house.node(folder)) {
      again.catchUp();
      assertThat(found(again, "echidna")).hasSize(1);
    }
    assertThat(folders(folder)).containsExactly("v1-1");

    try (var files = Files.list(folder.resolve("v1-1"))) {
      for (var file : files.toList()) {
        Files.writeString(file, "garbage");
      }
    }
    try (var again = house.node(folder)) {
      again.catchUp();
      assertThat(found(again, "echidna")).hasSize(1);
    }
    assertThat(folders(folder)).hasSize(1);
  }

  @Test
  void beginsAgainWhenItWasKilledInTheMaking() throws IOException {
    house.thread(house.house.board(), "One", "bandicoot");
    settle();
    var left = SearchHouse.newFolder();
    // An index that was begun and never kept whole.
    LuceneIndex.open(left.resolve("v1-7")).close();
    try (var again = house.node(left)) {
      again.catchUp();
      assertThat(found(again, "bandicoot")).hasSize(1);
    }
    assertThat(folders(left)).hasSize(1);
  }

  @Test
  void makesTheIndexAnewWhenTheChangesItLacksAreGone() {
    var board = house.house.board();
    house.thread(board, "One", "galah");
    settle();
    node.close();
    house.thread(board, "Two", "corella");
    house.house.accounts.runner.drain();
    house.house.clock.advance(Duration.ofDays(8));
    new ChangeLog(house.house.database, house.house.clock, () -> {}).sweep();
    house.thread(board, "Three", "brolga");
    house.house.accounts.runner.drain();
    try (var again = house.node(folder)) {
      again.catchUp();
      assertThat(found(again, "corella")).hasSize(1);
      assertThat(found(again, "brolga")).hasSize(1);
      assertThat(folders(folder)).containsExactly("v1-2");
    }
  }

  @Test
  void makesTheIndexAnewAfterTheDatabaseWasPutBackToAnEarlierDay() {
    var board = house.house.board();
    house.thread(board, "One", "curlew");
    settle();
    house.house.database.run(
        tx -> {
          tx.dao(Rows.class).putBack();
          tx.dao(Rows.class).forget();
        });
    node.catchUp();
    assertThat(found(node, "curlew")).hasSize(1);
    assertThat(folders(folder)).containsExactly("v1-2");
  }

  @Test
  void everyNodeMakesItsIndexAnewWhenThatIsAskedOfOne() {
    var board = house.house.board();
    house.thread(board, "One", "dunnart");
    settle();
    var second = SearchHouse.newFolder();
    try (var other = house.node(second)) {
      other.catchUp();
      var counted = new ArrayList<Long>();
      var made = node.rebuild(counted::add);
      assertThat(made).isEqualTo(new Rebuilt.Made(counted.getLast()));
      assertThat(counted.getLast()).isPositive();
      other.catchUp();
      assertThat(folders(folder)).containsExactly("v1-2");
      assertThat(folders(second)).containsExactly("v1-2");
      assertThat(found(other, "dunnart")).hasSize(1);
    }
  }

  @Test
  void aCommandLeavesTheFolderToTheServiceThatWorksInIt() {
    house.thread(house.house.board(), "One", "first");
    settle();
    try (var command = house.node(folder)) {
      assertThat(command.rebuild(_ -> {})).isEqualTo(new Rebuilt.ByTheService());
    }
    node.catchUp();
    assertThat(folders(folder)).as("the service noticed").containsExactly("v1-2");
  }

  @Test
  void asksNothingOfAnotherNode() {
    var board = house.house.board();
    var thread = house.thread(board, "One", "phascogale");
    settle();
    try (var other = house.node(SearchHouse.newFolder())) {
      other.catchUp();
      assertThat(found(other, "phascogale")).hasSize(1);
      house.house.rooms.marks().hide(house.house.root, thread, "x");
      house.reply(house.house.ben, house.thread(board, "Two", "x"), "bilby");
      house.house.accounts.runner.drain();
      other.catchUp();
      assertThat(found(other, "bilby")).hasSize(1);
      assertThat(found(other, "phascogale")).isEmpty();
    }
  }

  @Test
  void aThreadOfManyPostsIsTakenWhole() {
    var board = house.house.board();
    var thread = house.thread(board, "Long", "numbat");
    var ids = house.house.accounts.sources.ids();
    house.house.database.run(
        tx -> {
          var rows = tx.dao(Rows.class);
          rows.posts(
              IntStream.rangeClosed(2, 521).mapToObj(_ -> ids.next()).toList(),
              IntStream.rangeClosed(2, 521).boxed().toList(),
              thread);
          rows.count(thread, 521);
        });
    house.house.rooms.marks().hide(house.house.root, thread, "x");
    settle();
    assertThat(count("numbat")).isZero();
    house.house.rooms.marks().show(house.house.root, thread, "");
    settle();
    assertThat(count("numbat")).isEqualTo(521);
  }

  private int count(String typed) {
    return SearchHouse.found(node, Viewer.GUEST, Asked.read(typed), Optional.empty(), 1_000)
        .rows()
        .size();
  }

  private static List<Hit> found(Searches node, String typed) {
    return SearchHouse.found(node, Viewer.GUEST, Asked.read(typed), Optional.empty(), 100).rows();
  }

  private static List<String> folders(Path top) {
    try (var entries = Files.list(top)) {
      return entries
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void rename(Path from, Path to) throws IOException {
    Files.move(from, to);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  interface Rows {
    @SqlUpdate("update search_log set last = 0, swept = 0")
    void putBack();

    @SqlUpdate("delete from search_changes")
    void forget();

    @SqlBatch(
        """
        insert into posts (id, thread_id, number, author_id, created_at, format, body, html, renderer)
        select :ids, thread_id, :numbers, author_id, created_at, format, body, html, renderer
        from posts
        where thread_id = :thread and number = 1
        """)
    void posts(List<Long> ids, List<Integer> numbers, ThreadId thread);

    @SqlUpdate("update threads set last_number = :posts, shown = :posts where id = :thread")
    void count(ThreadId thread, int posts);
  }
}
