package postern.web.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Lists are read by key: the server's own plan of every statement that a page runs looks at no more
 * than a handful of rows to find them, however many there are.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysTest {
  private static final int MANY = 6000;
  private static final int HANDFUL = 500;

  private static final Pattern READ =
      Pattern.compile("(?is)^select\\b(?!.*general_log).*\\sfrom\\s");

  private ProofHouse house;
  private Story story;
  private Connection connection;

  @BeforeAll
  void open() throws SQLException {
    house = new ProofHouse();
    story = new Story(house, Story.ADA);
    story.join();
    story.boards();
    story.letters();
    connection =
        DriverManager.getConnection(
            house.database.url(), house.database.user(), house.database.password());
    fill();
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
    house.close();
  }

  @Test
  void everyStatementOfAPageFindsItsRowsByKey() throws SQLException {
    var thread = "/t/" + story.thread + "/water-wheels";
    var board = "/b/" + story.board + "/garden";
    var everyone = List.of("/", "/latest", board, thread, thread + "?page=100", "/m/ben");
    var members = List.of("/letters", "/notices", "/bookmarks", "/unread", "/settings/profile");
    var found = new ArrayList<String>();
    int statements = 0;
    for (var who : List.of("guest", "ada", "cleo", "dora")) {
      var paths = new ArrayList<>(everyone);
      if (!who.equals("guest")) {
        paths.addAll(members);
      }
      if (who.equals("dora")) {
        paths.addAll(List.of("/admin/members", "/moderation"));
      }
      for (var path : paths) {
        var asked = during(() -> house.caller(who).page(path));
        statements += asked.size();
        for (var sql : asked) {
          slow(sql).ifPresent(plan -> found.add(who + " " + path + ": " + plan));
        }
      }
    }
    assertThat(found).isEmpty();
    assertThat(statements).isGreaterThan(100);
  }

  /** The measure itself is tried on a statement that has no key to go by. */
  @Test
  void aStatementWithoutAKeyIsSeen() throws SQLException {
    assertThat(slow("select id from posts where body like '%x%'")).isPresent();
    assertThat(slow("select id from threads order by title limit 5")).isPresent();
    assertThat(slow("select id from posts where id = 7")).isEmpty();
  }

  // What the server says it would have to look at, where that is more than a handful of rows.
  private Optional<String> slow(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var plan = statement.executeQuery("explain " + sql)) {
      while (plan.next()) {
        var extra = String.valueOf(plan.getString("Extra"));
        var type = String.valueOf(plan.getString("type"));
        if (plan.getLong("rows") > HANDFUL
            && (type.equals("ALL") || extra.contains("filesort") || extra.contains("temporary"))) {
          return Optional.of(type + " " + extra + " of " + sql);
        }
      }
      return Optional.empty();
    }
  }

  private List<String> during(Runnable work) throws SQLException {
    run("set global log_output = 'TABLE'");
    run("truncate table mysql.general_log");
    run("set global general_log = 1");
    try {
      work.run();
    } finally {
      run("set global general_log = 0");
    }
    Set<String> asked = new LinkedHashSet<>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select convert(argument using utf8mb4) from mysql.general_log where command_type ="
                    + " 'Query'")) {
      while (rows.next()) {
        var sql = rows.getString(1).strip();
        if (READ.matcher(sql).find()) {
          asked.add(sql);
        }
      }
    }
    return List.copyOf(asked);
  }

  private void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  // Rows beside those of the story, copied in the database itself.
  private void fill() throws SQLException {
    run("create table numbers (n int not null primary key)");
    run("insert into numbers values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)");
    var many =
        "(select a.n + 10 * b.n + 100 * c.n + 1000 * d.n as n from numbers a, numbers b, numbers c,"
            + " numbers d where d.n < "
            + MANY / 1000
            + ") s";
    run(
        "insert into posts (id, thread_id, number, author_id, created_at, format, body, html,"
            + " renderer) "
            + "select 1000000 + n, "
            + story.thread
            + ", 1000 + n, author_id, created_at, format, body, html, renderer from posts p, "
            + many
            + " where p.id = "
            + story.post);
    run(
        "insert into threads (id, board_id, title, author_id, started_at, last_number, shown,"
            + " last_post_id, last_post_at, last_author_id, listed, pinned) select 1000000 + n,"
            + " board_id, title, author_id, started_at, last_number, shown, last_post_id,"
            + " last_post_at - interval n second, last_author_id, true, false from threads t, "
            + many
            + " where t.id = "
            + story.thread);
    run("update threads set last_number = " + (MANY + 999) + " where id = " + story.thread);
    run(
        "insert into members (id, kind, username, avatar_seed, role, standing, joined_at) select"
            + " 1000000 + n, 'MEMBER', concat('writer', n), n, 'MEMBER', 'ACTIVE', joined_at from"
            + " members m, "
            + many
            + " where m.username = 'ben'");
    run("analyze table posts, threads, members");
  }
}
