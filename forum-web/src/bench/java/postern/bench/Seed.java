package postern.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.Randomness;
import postern.storage.Database;
import postern.storage.DatabaseSettings;
import postern.storage.Storage;

/**
 * Fills an empty data folder with a forum of made-up words, rows at a time: what members would take
 * years to write. One long thread first, then many of twenty posts.
 */
final class Seed {
  static final int MEMBERS = 1000;
  static final int BOARDS = 8;
  static final long MEMBER = 1_000_000_000L;
  static final long BOARD = 1_100_000_000L;
  static final long THREAD = 2_000_000_000L;
  static final long POST = 3_000_000_000L;

  private static final Instant START = Instant.parse("2016-01-01T00:00:00Z");
  private static final int ROWS = 2000;
  private static final int IN_A_THREAD = 20;

  private final Words words = new Words(new Random(42));
  private final Database database;
  private final List<Thread> threads = new ArrayList<>();
  private final List<Post> posts = new ArrayList<>();
  private long written;
  private long begun;
  private final int[] threadsOn = new int[BOARDS];
  private final int[] postsOn = new int[BOARDS];
  private final int[] postsBy = new int[MEMBERS];

  private Seed(Database database) {
    this.database = database;
  }

  /**
   * @param posts how many in all
   * @param longest how many of them stand in the first thread
   */
  static void fill(Path folder, int posts, int longest) {
    try (var storage =
        Storage.open(
            DatabaseSettings.embeddedDefaults(),
            folder,
            Storage.Role.SERVICE,
            Randomness.secure())) {
      var seed = new Seed(storage.database());
      seed.people();
      seed.thread(Math.max(longest, 1));
      while (seed.written < posts) {
        seed.thread((int) Math.min(IN_A_THREAD, posts - seed.written));
      }
      seed.flush();
      seed.counts();
      seed.database.run(tx -> tx.dao(Rows.class).analyze());
    }
  }

  private void people() {
    database.run(
        tx -> {
          var rows = tx.dao(Rows.class);
          for (int i = 0; i < MEMBERS; i++) {
            rows.member(MEMBER + i, "writer" + i, words.title(2), START);
          }
          for (int i = 0; i < BOARDS; i++) {
            rows.board(BOARD + i, "board-" + i, "Board " + (i + 1), words.title(8), i + 1, START);
          }
        });
  }

  // All threads go on at once, as they do in a forum, so each one's posts lie apart in time.
  private void thread(int size) {
    long id = THREAD + begun++;
    long board = BOARD + id % BOARDS;
    threadsOn[(int) (board - BOARD)]++;
    postsOn[(int) (board - BOARD)] += size;
    Post last = null;
    for (int number = 1; number <= size; number++) {
      var body = words.text();
      int author = words.below(MEMBERS);
      postsBy[author]++;
      last =
          new Post(
              POST + written++,
              id,
              number,
              MEMBER + author,
              START.plusSeconds(begun * 300 + number * 60L),
              body,
              "<p>" + body + "</p>\n");
      posts.add(last);
      if (posts.size() == ROWS) {
        flush();
      }
    }
    threads.add(
        new Thread(id, board, words.title(5), MEMBER, START.plusSeconds(begun * 300), size, last));
  }

  private void counts() {
    database.run(
        tx -> {
          var rows = tx.dao(Rows.class);
          for (int i = 0; i < BOARDS; i++) {
            rows.count(BOARD + i, threadsOn[i], postsOn[i]);
          }
          for (int i = 0; i < MEMBERS; i++) {
            rows.wrote(MEMBER + i, postsBy[i]);
          }
        });
  }

  private void flush() {
    var somePosts = List.copyOf(posts);
    var someThreads = List.copyOf(threads);
    posts.clear();
    threads.clear();
    database.run(
        tx -> {
          tx.dao(Rows.class).posts(somePosts);
          tx.dao(Rows.class).threads(someThreads);
        });
  }

  public record Thread(
      long id, long board, String title, long author, Instant at, int size, Post last) {
    public long lastId() {
      return last.id();
    }

    public Instant lastAt() {
      return last.at();
    }

    public long lastAuthor() {
      return last.author();
    }
  }

  public record Post(
      long id, long thread, int number, long author, Instant at, String body, String html) {}

  interface Rows {
    @SqlUpdate(
        """
        insert into members (id, kind, username, display_name, avatar_seed, role, standing, joined_at)
        values (:id, 'MEMBER', :name, :shown, :id, 'MEMBER', 'ACTIVE', :at)
        """)
    void member(long id, String name, String shown, Instant at);

    @SqlUpdate(
        """
        insert into boards (id, slug, title, description, position, read_by, reply_by, start_by, created_at)
        values (:id, :slug, :title, :description, :position, 'VISITORS', 'MEMBERS', 'MEMBERS', :at)
        """)
    void board(long id, String slug, String title, String description, int position, Instant at);

    @SqlBatch(
        """
        insert into threads (id, board_id, title, author_id, started_at, last_number, shown,
          last_post_id, last_post_at, last_author_id, listed, pinned)
        values (:id, :board, :title, :author, :at, :size, :size, :lastId, :lastAt, :lastAuthor, true, false)
        """)
    void threads(@BindMethods List<Thread> threads);

    @SqlBatch(
        """
        insert into posts (id, thread_id, number, author_id, created_at, format, body, html, renderer)
        values (:id, :thread, :number, :author, :at, 'MARKDOWN', :body, :html, 1000000)
        """)
    void posts(@BindMethods List<Post> posts);

    @SqlUpdate(
        "insert into board_counts (board_id, threads, posts) values (:board, :threads, :posts)")
    void count(long board, int threads, int posts);

    @SqlUpdate("update members set posts = :posts where id = :member")
    void wrote(long member, int posts);

    @SqlUpdate("analyze table threads, posts, members")
    void analyze();
  }
}
