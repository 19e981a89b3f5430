package postern.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.World;
import postern.delivery.MailQueue;
import postern.delivery.MailView;
import postern.delivery.Notice;
import postern.kernel.Role;
import postern.kernel.Scope;
import postern.kernel.Standing;
import postern.kernel.Viewer;

/** What operators see of the queue, and their levers. */
class MailQueueTest {
  private static final Instant LAST = Instant.parse("2900-01-01T00:00:00Z");

  private volatile Duration ahead = Duration.ZERO;
  private TestForum house;
  private MailQueue queue;
  private Viewer.Member dora;

  @BeforeEach
  void open() {
    var real = World.real();
    house =
        new TestForum(
            new World(() -> Instant.now().plus(ahead), real.randomness(), real.ids()), true);
    queue = house.forum.foundation().delivery().queue();
    var person = house.join("dora", "dora.private@yard.example");
    dora =
        new Viewer.Member(
            person.id(),
            person.username(),
            Role.ADMINISTRATOR,
            Standing.ACTIVE,
            Set.of(),
            Set.of(),
            EnumSet.allOf(Scope.class));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aHostIsNamedWhereMailForManyWaitsAndItsWordsHoldNoAddress() throws Exception {
    house.postOffice.defer(_ -> true);
    for (int i = 0; i < MailQueue.NAMED_FROM; i++) {
      notice("person" + i + "x", "person" + i + ".private@many.example");
    }
    notice("single", "single.private@alone.example");
    waitUntilDeferred(MailQueue.NAMED_FROM + 1);

    assertThat(queue.waiting().number()).isEqualTo(MailQueue.NAMED_FROM + 1);
    var deferring = queue.deferring();
    assertThat(deferring).hasSize(2);
    assertThat(deferring.getFirst().name()).contains("many.example");
    assertThat(deferring.getFirst().mails()).isEqualTo(MailQueue.NAMED_FROM);
    assertThat(deferring.getFirst().lastCode()).isEqualTo(451);
    assertThat(deferring.getFirst().lastAnswer()).isEqualTo("4.3.0 later");
    assertThat(deferring.getLast().name()).isEmpty();
    assertThat(deferring.toString()).doesNotContain("private").doesNotContain("alone");
  }

  @Test
  void whileItRestsNothingIsSentAndThenAllOfIt() throws Exception {
    queue.rest(dora, "The relay host moves.");
    notice("ada", "ada.private@mill.example");
    Thread.sleep(1000);
    assertThat(house.postOffice.all()).isEmpty();
    assertThat(queue.restingSince()).isPresent();
    queue.resume(dora);
    house.postOffice.await("ada.private@mill.example", 0);
    assertThat(queue.actions(10))
        .extracting(MailQueue.Acted::action)
        .containsExactly(MailQueue.Action.RESUME, MailQueue.Action.REST);
  }

  @Test
  void aDeferredMailIsTriedAtOnce() throws Exception {
    house.postOffice.defer(_ -> true);
    notice("ada", "ada.private@mill.example");
    waitUntilDeferred(1);
    house.postOffice.defer(_ -> false);
    assertThat(queue.retry(dora, waiting().id())).isTrue();
    house.postOffice.await("ada.private@mill.example", 0);
    assertThat(queue.retry(dora, 4711)).isFalse();
  }

  @Test
  void aDroppedMailIsNotSentAndNeedsAReason() throws Exception {
    house.postOffice.defer(_ -> true);
    notice("ada", "ada.private@mill.example");
    waitUntilDeferred(1);
    long mail = waiting().id();
    assertThat(queue.drop(dora, mail, " ")).isInstanceOf(MailQueue.Dropped.BadReason.class);
    assertThat(queue.drop(dora, mail, "It is junk.")).isInstanceOf(MailQueue.Dropped.Done.class);
    assertThat(queue.drop(dora, mail, "Again.")).isInstanceOf(MailQueue.Dropped.NotWaiting.class);
    house.postOffice.defer(_ -> false);
    ahead = Duration.ofHours(1);
    Thread.sleep(1000);
    assertThat(house.postOffice.all()).isEmpty();
    assertThat(queue.days()).hasSize(1);
    assertThat(queue.days().getFirst().undeliverable()).isEqualTo(1);
  }

  @Test
  void whatAnybodyWritesToTheOperatorsIsKeptForThemWithinLimits() {
    var mailbox = house.forum.intake().operators();
    var message =
        "From: Eve <eve@elsewhere.example>\r\n"
            + "Subject: About eve@elsewhere.example\r\n\r\n"
            + "Hello.\r\n";
    assertThat(send("postmaster", message)).startsWith("250");
    assertThat(send("ABUSE", message)).startsWith("250");
    assertThat(send("forum", message)).startsWith("550");
    var listed = mailbox.list(LAST, Long.MAX_VALUE, 10).rows();
    assertThat(listed).hasSize(2);
    assertThat(listed.toString()).doesNotContain("elsewhere.example");
    var opened = mailbox.open(listed.getFirst().id()).orElseThrow();
    assertThat(opened.from()).contains("eve@elsewhere.example");
    assertThat(opened.text()).contains("Hello.");
    assertThat(send("abuse", message + "x".repeat(70).concat("\r\n").repeat(5000)))
        .startsWith("552");
    for (int i = 0; i < 60; i++) {
      send("abuse", message);
    }
    assertThat(send("abuse", message)).startsWith("452");
    assertThat(mailbox.delete(listed.getFirst().id())).isTrue();
    assertThat(house.postOffice.all()).isEmpty();
  }

  private String send(String mailbox, String message) {
    return MailProgram.send(
        house.forum.mailServer().port(), "", mailbox + "@" + TestForum.DOMAIN, message);
  }

  private void notice(String username, String address) {
    var person = house.join(username, address);
    var delivery = house.forum.foundation().delivery();
    house
        .storage
        .database()
        .run(
            tx ->
                delivery
                    .courier()
                    .send(
                        tx,
                        house.forum.foundation().vault().mainOf(tx, person.id()).orElseThrow(),
                        Notice.of("test", "News", "Text.")));
  }

  private MailView waiting() {
    return queue.mails("QUEUED", LAST, Long.MAX_VALUE, 10).rows().getFirst();
  }

  private void waitUntilDeferred(int mails) throws InterruptedException {
    for (int i = 0; i < 400 && queue.waiting().deferred() < mails; i++) {
      Thread.sleep(25);
    }
  }
}
