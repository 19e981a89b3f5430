package postern.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import postern.kernel.Viewer;

/** The index follows what is posted, without being asked. */
class FollowerTest {
  private final SearchHouse house = new SearchHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void isFoundSoonAfterItWasPosted() throws Exception {
    var board = house.house.board();
    house.searches.start();
    house.house.accounts.runner.start();
    try {
      house.thread(board, "Now", "kumquat");
      long asked = System.nanoTime();
      while (house.texts(Viewer.GUEST, "kumquat").isEmpty()) {
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(10));
        Thread.sleep(20);
      }
    } finally {
      house.house.accounts.runner.close();
    }
  }

  @Test
  void noChangeIsMissedWhenManyAreWrittenAtOnce() throws Exception {
    var board = house.house.board();
    var thread = house.thread(board, "Many", "none");
    house.settle();
    var authors = new ArrayList<Viewer.Member>();
    for (int i = 0; i < 6; i++) {
      authors.add(house.house.member());
    }
    house.searches.start();
    house.house.accounts.runner.start();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var work = new ArrayList<Callable<Void>>();
      for (var author : authors) {
        work.add(
            () -> {
              for (int i = 0; i < 10; i++) {
                house.reply(author, thread, "potoroo " + i);
              }
              return null;
            });
      }
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    }
    long asked = System.nanoTime();
    while (house.find(Viewer.GUEST, "potoroo").size() < 60
        && System.nanoTime() - asked < Duration.ofSeconds(20).toNanos()) {
      Thread.sleep(50);
    }
    house.house.accounts.runner.close();
    assertThat(house.find(Viewer.GUEST, "potoroo").size()).isEqualTo(60);
  }
}
