package postern.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import postern.storage.Joined;

/**
 * The search, asked over HTTP, against the database's own FULLTEXT, asked directly, over the same
 * posts with the same words. The database is spared everything but the looking up.
 */
final class Search {
  private static final int ASKED = 100;
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(30);

  private Search() {}

  static void measure(Site site, Path folder, int posts) {
    var queries = queries();
    try (var connection = Joined.to(folder)) {
      fullText(connection);
      awaitIndex(site);
      var ours = new ArrayList<Double>();
      var theirs = new ArrayList<Double>();
      for (int round = 0; round < 2; round++) {
        ours.clear();
        theirs.clear();
        for (var query : queries) {
          ours.add(time(() -> search(site, query)));
          theirs.add(time(() -> match(connection, query)));
        }
      }
      Table.head("Search at %,d posts: %d searches of one to three words".formatted(posts, ASKED));
      Table.row("Postern: half, 95 %", shares(ours), "");
      Table.row("FULLTEXT: half, 95 %", shares(theirs), "");
      Table.row(
          "how many times faster at 95 %",
          Table.ratio(share(theirs, 95) / share(ours, 95)), "above 1");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static List<String> queries() {
    var words = new Words(new Random(7));
    Set<String> queries = new LinkedHashSet<>();
    while (queries.size() < ASKED) {
      queries.add(words.title(1 + queries.size() % 3).replace(".", ""));
    }
    return List.copyOf(queries);
  }

  private static void fullText(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      try (var tables = statement.executeQuery("show tables like 'bench_texts'")) {
        if (tables.next()) {
          return;
        }
      }
      System.err.println("Making the database's own FULLTEXT index.");
      statement.execute(
          "create table bench_making (id bigint not null primary key, body mediumtext not null)");
      statement.execute("insert into bench_making select id, body from posts");
      statement.execute("alter table bench_making add fulltext key by_words (body)");
      statement.execute("rename table bench_making to bench_texts");
    }
  }

  private static void awaitIndex(Site site) {
    long begun = System.nanoTime();
    while (!site.get("/bench/indexed").body().equals("true")) {
      if (System.nanoTime() - begun > PATIENCE) {
        throw new IllegalStateException("the index was not made in time");
      }
      try {
        TimeUnit.SECONDS.sleep(1);
      } catch (InterruptedException stop) {
        throw new IllegalStateException(stop);
      }
    }
  }

  private static void search(Site site, String query) {
    var q = URLEncoder.encode(query, StandardCharsets.UTF_8);
    if (site.get("/api/v1/search?limit=20&q=" + q).statusCode() != 200) {
      throw new IllegalStateException("a search failed");
    }
  }

  private static void match(Connection connection, String query) {
    var sql =
        "select id, match(body) against (? in boolean mode) as score from bench_texts"
            + " where match(body) against (? in boolean mode) order by score desc limit 20";
    var all = "+" + query.replace(" ", " +");
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, all);
      statement.setString(2, all);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          rows.getLong(1);
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static double time(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun) / 1_000_000.0;
  }

  private static String shares(List<Double> times) {
    return "%.1f ms, %.1f ms".formatted(share(times, 50), share(times, 95));
  }

  private static double share(List<Double> times, int percent) {
    return times.stream().sorted().skip(times.size() * percent / 100L).findFirst().orElseThrow();
  }
}
