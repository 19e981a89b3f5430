package postern.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postern.kernel.Scripted;
import postern.storage.Storage;
import postern.storage.TestDatabase;

class RateLimitsTest {
  private static final Rule TWICE = new Rule("knocks", 2, Duration.ofHours(1));
  private static final String NETWORK = "192.0.2.17";

  private static Storage storage;

  private final Scripted.Clock clock = new Scripted.Clock();
  private final RateLimits limits =
      new RateLimits(storage.database(), clock, "a key".getBytes(StandardCharsets.UTF_8), true);

  @BeforeAll
  static void open() {
    storage = TestDatabase.fresh();
  }

  @AfterAll
  static void close() {
    storage.close();
  }

  @Test
  void keepsNobodysNameAndForgetsWhenTheWindowHasPassed() {
    limits.take(TWICE, NETWORK);
    var plain = HexFormat.of().formatHex(NETWORK.getBytes(StandardCharsets.UTF_8));
    assertThat(rows()).hasSize(1).noneMatch(row -> row.contains(plain));

    clock.advance(Duration.ofMinutes(61));
    assertThat(limits.sweep()).isEqualTo(1);
    assertThat(rows()).isEmpty();
  }

  @Test
  void stopsOneSubjectAndNoOtherUntilTheWindowHasPassed() {
    limits.take(TWICE, "ada");
    limits.take(TWICE, "ada");
    assertThat(limits.take(TWICE, "ada")).isInstanceOf(RateLimits.Taken.TooMany.class);
    assertThat(limits.take(TWICE, "ben")).isInstanceOf(RateLimits.Taken.Allowed.class);

    clock.advance(Duration.ofHours(1));
    assertThat(limits.take(TWICE, "ada")).isInstanceOf(RateLimits.Taken.Allowed.class);
    clock.advance(Duration.ofHours(2));
    limits.sweep();
  }

  private static List<String> rows() {
    return storage.database().read(tx -> tx.dao(Rows.class).hashes());
  }

  interface Rows {
    @org.jdbi.v3.sqlobject.statement.SqlQuery("select lower(hex(subject_hash)) from rate_counts")
    List<String> hashes();
  }
}
