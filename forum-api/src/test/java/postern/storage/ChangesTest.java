package postern.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postern.kernel.Randomness;

/** Two nodes on one database; the table that pages show here is a made-up one. */
class ChangesTest {
  private static final Set<Part> ONE = Set.of(Part.of("wheel", 1));
  private static final Set<Part> TWO = Set.of(Part.of("wheel", 2));

  private static Storage here;
  private static Storage there;

  @BeforeAll
  static void open() {
    var settings = TestDatabase.freshSettings();
    here = Storage.open(settings, Path.of("target"), Storage.Role.SERVICE, Randomness.secure());
    there = Storage.open(settings, Path.of("target"), Storage.Role.SERVICE, Randomness.secure());
    here.database().run(tx -> tx.dao(Wheels.class).create());
    here.database().run(tx -> tx.dao(Wheels.class).fill());
    here.database().changes().watch(Set.of("wheels"));
    there.database().changes().watch(Set.of("wheels"));
  }

  @AfterAll
  static void close() {
    there.close();
    here.close();
  }

  /** A page, and whether it still shows what is there. */
  private record Page(Set<Part> parts, Set<String> unknown, long since) {
    boolean good() {
      return here.database().changes().unchanged(parts, since);
    }
  }

  private static Page page(java.util.function.Consumer<Tx> reads) {
    long since = here.database().changes().now();
    var shown = new Shown();
    shown.during(
        () ->
            here.database()
                .read(
                    tx -> {
                      reads.accept(tx);
                      return true;
                    }));
    return new Page(shown.parts(), shown.unknown(), since);
  }

  private static Page ofAll() {
    return page(tx -> tx.dao(Wheels.class).all());
  }

  private static Page ofOne() {
    return page(tx -> tx.reading(ONE, () -> tx.dao(Wheels.class).one(1)));
  }

  @Test
  void aPageStandsOnTheTablesThatItsStatementsName() {
    assertThat(ofAll().parts()).containsExactly(Part.table("wheels"));
    assertThat(ofAll().unknown()).isEmpty();
    assertThat(ofOne().parts()).isEqualTo(ONE);
    assertThat(page(tx -> tx.dao(BlockIds.Dao.class).reached()).unknown())
        .containsExactly("id_blocks");
  }

  @Test
  void readingChangesNothing() {
    var page = ofAll();
    ofOne();
    here.database().run(tx -> tx.dao(BlockIds.Dao.class).advance(1));

    assertThat(page.good()).isTrue();
  }

  @Test
  void aChangeOfWhichNothingIsSaidMakesEveryPageNew() {
    var all = ofAll();
    var one = ofOne();
    here.database().run(tx -> tx.dao(Wheels.class).turn(2));

    assertThat(all.good()).isFalse();
    assertThat(one.good()).isFalse();
    assertThat(ofOne().good()).isTrue();
  }

  @Test
  void aChangeOfOnePartLeavesTheOthers() {
    var all = ofAll();
    var one = ofOne();
    here.database().run(tx -> tx.changing(TWO, () -> tx.dao(Wheels.class).turn(2)));
    assertThat(all.good()).isFalse();
    assertThat(one.good()).isTrue();

    here.database().run(tx -> tx.changing(ONE, () -> tx.dao(Wheels.class).turn(1)));
    assertThat(one.good()).isFalse();
  }

  @Test
  void whatIsWrittenOutsideIsNotCoveredByWhatWasSaid() {
    var one = ofOne();
    here.database()
        .run(
            tx -> {
              tx.changing(TWO, () -> tx.dao(Wheels.class).turn(2));
              tx.dao(Wheels.class).turn(1);
            });

    assertThat(one.good()).isFalse();
  }

  @Test
  void anotherNodesChangeIsHeardOnce() {
    here.database().changes().follow();
    var one = ofOne();
    there.database().run(tx -> tx.changing(ONE, () -> tx.dao(Wheels.class).turn(1)));
    here.database().changes().follow();
    assertThat(one.good()).isFalse();

    var again = ofOne();
    here.database().changes().follow();
    assertThat(again.good()).isTrue();
  }

  /** Its row's number is lower than one that was read before, and it counts all the same. */
  @Test
  void aChangeThatIsCommittedLateIsHeard() throws Exception {
    here.database().changes().follow();
    var one = ofOne();
    var late = new java.util.concurrent.CountDownLatch(1);
    var told = new java.util.concurrent.CountDownLatch(1);
    var slow =
        Thread.ofVirtual()
            .start(
                () ->
                    there
                        .database()
                        .run(
                            tx -> {
                              there.database().changes().tell(tx, ONE);
                              told.countDown();
                              await(late);
                            }));
    told.await();
    there.database().run(tx -> tx.changing(TWO, () -> tx.dao(Wheels.class).turn(2)));
    here.database().changes().follow();
    assertThat(one.good()).isTrue();
    late.countDown();
    slow.join();
    here.database().changes().follow();
    assertThat(one.good()).isFalse();
  }

  @Test
  void whatDidNotHappenIsToldToNobody() {
    here.database().changes().follow();
    var one = ofOne();
    try {
      there
          .database()
          .run(
              tx -> {
                tx.dao(Wheels.class).turn(1);
                throw new IllegalStateException("planted");
              });
    } catch (IllegalStateException planted) {
      // As meant.
    }
    here.database().changes().follow();

    assertThat(one.good()).isTrue();
  }

  private static void await(java.util.concurrent.CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  interface Wheels {
    @SqlUpdate("create table wheels (id bigint not null primary key, turns int not null)")
    void create();

    @SqlUpdate("insert into wheels (id, turns) values (1, 0), (2, 0)")
    void fill();

    @SqlUpdate("update wheels set turns = turns + 1 where id = :id")
    void turn(long id);

    @SqlQuery("select sum(turns) from wheels")
    int all();

    @SqlQuery("select turns from wheels where id = :id")
    int one(long id);
  }
}
