package postern.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postern.kernel.Randomness;

class DatabaseTest {
  private static Storage storage;

  @BeforeAll
  static void open() {
    storage = TestDatabase.fresh();
  }

  @AfterAll
  static void close() {
    storage.close();
  }

  @Test
  void handsOutEachIdOnceToManyNodes() throws Exception {
    Set<Long> seen = ConcurrentHashMap.newKeySet();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int node = 0; node < 4; node++) {
        var ids = new BlockIds(storage.database(), Randomness.secure());
        for (int i = 0; i < 500; i++) {
          threads.submit(() -> assertThat(seen.add(ids.next())).isTrue());
        }
      }
    }
    assertThat(seen).hasSize(2000).allMatch(id -> id > 0);
  }

  @Test
  void keepsNothingOfAWriteThatThrows() {
    var database = storage.database();
    var before = database.read(tx -> tx.dao(BlockIds.Dao.class).reached());
    assertThatThrownBy(
            () ->
                database.run(
                    tx -> {
                      tx.dao(BlockIds.Dao.class).advance(1);
                      throw new IllegalStateException("planted");
                    }))
        .hasMessage("planted");
    assertThat(database.<Long>read(tx -> tx.dao(BlockIds.Dao.class).reached())).isEqualTo(before);
  }
}
