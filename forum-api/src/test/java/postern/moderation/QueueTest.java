package postern.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.kernel.AMember.aMember;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import postern.accounts.MemberView;
import postern.boards.Audience;
import postern.kernel.PostId;
import postern.kernel.Standing;
import postern.kernel.Viewer;
import postern.threads.House;

class QueueTest {
  private static final Court COURT = new Court(ModerationSettings.standard());

  @AfterAll
  static void close() {
    COURT.close();
  }

  @Test
  void twoFlagsOfOneMemberAreOne() {
    var post = COURT.post();
    assertThat(COURT.flag(COURT.house.ben, post)).isEqualTo(new Flagged.Done());
    assertThat(COURT.flag(COURT.house.ben, post)).isEqualTo(new Flagged.Done());
    assertThat(COURT.flag(COURT.house.member(), post)).isEqualTo(new Flagged.Done());
    var item = COURT.item(COURT.ofBoard, post).orElseThrow();
    assertThat(item.flags()).isEqualTo(2);
    assertThat(item.said()).containsOnly(new QueueItem.Said(FlagReason.RUDE, "Look at the end"));
  }

  @Test
  void refusesFlagsOfOneselfOfWhatIsGoneAndOfWhatCannotBeRead() {
    var post = COURT.post();
    assertThat(COURT.flag(COURT.house.ada, post)).isEqualTo(new Flagged.OwnPost());
    assertThat(COURT.flag(Viewer.GUEST, post)).isEqualTo(new Flagged.NotAllowed());
    assertThat(COURT.flag(aMember(5).silenced().looking(), post))
        .isEqualTo(new Flagged.NotAllowed());
    assertThat(COURT.flag(COURT.house.ben, new PostId(987_654))).isEqualTo(new Flagged.NotFound());
    assertThat(COURT.rooms.flags().flag(COURT.house.ben, post, FlagReason.OTHER, " "))
        .isEqualTo(new Flagged.BadNote(500));
    var staff = COURT.house.board(Audience.STAFF, Audience.STAFF).id();
    var hidden =
        House.started(COURT.house.rooms.threads().start(COURT.house.root, staff, "T", "B"));
    assertThat(COURT.flag(COURT.house.ben, hidden.post())).isEqualTo(new Flagged.NotFound());
    COURT.house.rooms.posts().reply(COURT.house.ben, COURT.threadOf(post), "so that it stays");
    COURT.house.rooms.posts().delete(COURT.house.ada, post, "");
    assertThat(COURT.flag(COURT.house.ben, post)).isEqualTo(new Flagged.PostGone());
  }

  @Test
  void whoFlagsTooMuchWaits() {
    try (var court = new Court(new ModerationSettings(true, 1))) {
      assertThat(court.flag(court.house.ben, court.post())).isEqualTo(new Flagged.Done());
      assertThat(court.flag(court.house.ben, court.post())).isInstanceOf(Flagged.TooSoon.class);
    }
  }

  @Test
  void theMostFlaggedComesBeforeTheOlder() {
    var older = COURT.post();
    var newer = COURT.post();
    COURT.flag(COURT.house.ben, older);
    COURT.house.accounts.advance(Duration.ofMinutes(1));
    COURT.flag(COURT.house.ben, newer);
    assertThat(order(older, newer)).containsExactly(older, newer);
    COURT.flag(COURT.house.member(), newer);
    assertThat(order(older, newer)).containsExactly(newer, older);
  }

  @Test
  void theQueueIsReadByItsKey() {
    COURT.flagged();
    COURT.flagged();
    var whole = COURT.rooms.queue().list(COURT.ofAll, Optional.empty(), 100).rows();
    var seen = new java.util.ArrayList<QueueItemId>();
    var page = COURT.rooms.queue().list(COURT.ofAll, Optional.empty(), 1);
    seen.add(page.rows().getFirst().id());
    while (page.more()) {
      page = COURT.rooms.queue().list(COURT.ofAll, Optional.of(page.rows().getLast().cursor()), 1);
      page.rows().forEach(item -> seen.add(item.id()));
    }
    assertThat(seen).isEqualTo(whole.stream().map(QueueItem::id).toList());
  }

  @Test
  void aModeratorOfAnotherBoardFindsNothing() {
    var item = COURT.flagged();
    assertThat(COURT.rooms.queue().find(COURT.ofBoard, item)).isPresent();
    assertThat(COURT.rooms.queue().find(COURT.ofOther, item)).isEmpty();
    assertThat(COURT.decide(COURT.ofOther, item, Ruling.HIDE)).isEqualTo(new Decided.NotFound());
    assertThat(COURT.decide(COURT.house.ben, item, Ruling.HIDE))
        .isEqualTo(new Decided.NotAllowed());
    assertThat(COURT.rooms.queue().list(COURT.ofOther, Optional.empty(), 100).rows()).isEmpty();
    assertThat(COURT.rooms.queue().list(COURT.house.ben, Optional.empty(), 100).rows()).isEmpty();
  }

  @Test
  void nobodyDecidesAboutTheirOwnPost() {
    var thread = COURT.threadOf(COURT.post());
    var own = House.replied(COURT.house.rooms.posts().reply(COURT.ofBoard, thread, "Mine")).post();
    COURT.flag(COURT.house.ben, own);
    assertThat(COURT.item(COURT.ofBoard, own)).isEmpty();
    var item = COURT.item(COURT.ofAll, own).orElseThrow().id();
    assertThat(COURT.decide(COURT.ofBoard, item, Ruling.DISMISS)).isEqualTo(new Decided.NotFound());
  }

  @Test
  void hidingTakesThePostAwayAndTellsItsAuthor() {
    var post = COURT.post();
    COURT.flag(COURT.house.ben, post);
    var item = COURT.item(COURT.ofBoard, post).orElseThrow().id();
    int before = COURT.events().size();
    assertThat(COURT.decide(COURT.ofBoard, item, Ruling.HIDE)).isEqualTo(new Decided.Done());
    var entry = COURT.log(COURT.ofBoard).getFirst();
    assertThat(entry.action()).isEqualTo(Action.DELETE_POST);
    assertThat(entry.actor()).contains(COURT.ofBoard.id());
    assertThat(entry.post()).contains(post);
    assertThat(COURT.events()).hasSize(before + 1);
    assertThat(COURT.rooms.decisions().mine(COURT.house.ada, Optional.empty(), 1).rows())
        .singleElement()
        .satisfies(
            decision -> {
              assertThat(decision.id()).isEqualTo(entry.id());
              assertThat(decision.reason()).isEqualTo("A reason");
              assertThat(decision.actor()).isEmpty();
            });
  }

  @Test
  void anEditPutsTheNewTextInPlace() {
    var post = COURT.post();
    COURT.flag(COURT.house.ben, post);
    var item = COURT.item(COURT.ofBoard, post).orElseThrow().id();
    assertThat(COURT.decide(COURT.ofBoard, item, Ruling.EDIT)).isEqualTo(new Decided.Done());
    var found = COURT.house.rooms.postLists().find(COURT.house.ben, post).orElseThrow().post();
    assertThat(found.body()).isEqualTo("Better words");
  }

  @Test
  void aWarningOfABoardsModeratorIsToldAndASilenceIsBeyondThem() {
    var item = COURT.flagged();
    assertThat(COURT.decide(COURT.ofBoard, item, Ruling.SILENCE))
        .isEqualTo(new Decided.NotAllowed());
    assertThat(COURT.decide(COURT.ofBoard, item, Ruling.SUSPEND))
        .isEqualTo(new Decided.NotAllowed());
    assertThat(COURT.decide(COURT.ofBoard, item, Ruling.WARN, Optional.of(Duration.ofDays(1))))
        .isEqualTo(new Decided.BadUntil());
    assertThat(COURT.decide(COURT.ofBoard, item, Ruling.WARN)).isEqualTo(new Decided.Done());
    assertThat(member(COURT.house.ada).standing()).isEqualTo(Standing.ACTIVE);
  }

  @Test
  void aSilenceEndsByItselfAndIsWrittenBack() {
    var eve = COURT.house.member();
    var post = House.started(COURT.house.rooms.threads().start(eve, COURT.board, "T", "B")).post();
    COURT.flag(COURT.house.ben, post);
    var item = COURT.item(COURT.ofAll, post).orElseThrow().id();
    assertThat(COURT.decide(COURT.ofAll, item, Ruling.SILENCE, Optional.of(Duration.ofDays(2))))
        .isEqualTo(new Decided.Done());
    assertThat(member(eve).standing()).isEqualTo(Standing.SILENCED);
    var changes = COURT.house.accounts.accounts.standingChanges(eve.id());
    assertThat(changes.getFirst().byMember()).contains(COURT.ofAll.id());
    COURT.house.accounts.accounts.endTerms();
    assertThat(member(eve).standing()).isEqualTo(Standing.SILENCED);
    COURT.house.accounts.advance(Duration.ofDays(2));
    assertThat(member(eve).standing()).isEqualTo(Standing.ACTIVE);
    COURT.house.accounts.accounts.endTerms();
    COURT.house.accounts.accounts.endTerms();
    assertThat(COURT.house.accounts.accounts.standingChanges(eve.id()))
        .hasSize(2)
        .first()
        .satisfies(change -> assertThat(change.byMember()).isEmpty());
  }

  @Test
  void ofTwoModeratorsTheSecondIsToldThatItWasDecided() throws Exception {
    for (int round = 0; round < 5; round++) {
      var item = COURT.flagged();
      try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
        var ends =
            both.invokeAll(
                List.<Callable<Decided>>of(
                    () -> COURT.decide(COURT.ofBoard, item, Ruling.WARN),
                    () -> COURT.decide(COURT.ofAll, item, Ruling.HIDE)));
        var first = ends.get(0).get();
        var second = ends.get(1).get();
        var outcomes = List.of(first, second);
        assertThat(outcomes).filteredOn(Decided.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Decided.AlreadyDecided.class::isInstance).hasSize(1);
      }
    }
  }

  @Test
  void deletingAFlaggedPostInItsThreadSettlesTheItem() {
    var post = COURT.post();
    COURT.flag(COURT.house.ben, post);
    var item = COURT.item(COURT.ofAll, post).orElseThrow().id();
    COURT.house.rooms.posts().delete(COURT.ofBoard, post, "Enough");
    assertThat(COURT.decide(COURT.ofAll, item, Ruling.WARN))
        .isEqualTo(new Decided.AlreadyDecided(Ruling.HIDE));
  }

  @Test
  void aHeldPostIsApprovedOnceAndARefusalIsToldToItsAuthor() {
    COURT.house.rooms.heldWords().add(COURT.house.root, "quincunx");
    var eve = COURT.house.member();
    var first = held(eve, "A quincunx");
    var item = onlyHeld();
    assertThat(item.held().orElseThrow().id()).isEqualTo(first);
    assertThat(COURT.decide(COURT.ofOther, item.id(), Ruling.APPROVE))
        .isEqualTo(new Decided.NotFound());
    assertThat(COURT.decide(COURT.ofBoard, item.id(), Ruling.WARN))
        .isEqualTo(new Decided.NotForThisKind());
    assertThat(COURT.decide(COURT.ofBoard, item.id(), Ruling.APPROVE))
        .isEqualTo(new Decided.Done());
    assertThat(COURT.decide(COURT.ofAll, item.id(), Ruling.HIDE))
        .isEqualTo(new Decided.AlreadyDecided(Ruling.APPROVE));
    assertThat(COURT.house.rooms.postLists().find(eve, first)).isPresent();
    held(eve, "Another quincunx");
    assertThat(COURT.decide(COURT.ofBoard, onlyHeld().id(), Ruling.HIDE))
        .isEqualTo(new Decided.Done());
    assertThat(COURT.rooms.decisions().mine(eve, Optional.empty(), 10).rows())
        .singleElement()
        .satisfies(decision -> assertThat(decision.action()).isEqualTo(Action.REFUSE));
    assertThat(COURT.log(COURT.house.ben)).noneMatch(entry -> entry.action() == Action.REFUSE);
  }

  private static PostId held(Viewer.Member by, String words) {
    var thread = COURT.threadOf(COURT.post());
    var post =
        ((postern.threads.Replied.Held) COURT.house.rooms.posts().reply(by, thread, words)).post();
    new Newcomers(COURT.rooms.bench(), COURT.rooms.queue())
        .held(new postern.threads.ThreadEvent.PostHeld(post, COURT.board, by.id()));
    return post;
  }

  private static QueueItem onlyHeld() {
    return COURT.rooms.queue().list(COURT.ofBoard, Optional.empty(), 100).rows().stream()
        .filter(item -> item.kind() == ItemKind.HELD)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anItemFollowsItsThreadToAnotherBoard() {
    var post = COURT.post();
    COURT.flag(COURT.house.ben, post);
    var thread = COURT.threadOf(post);
    COURT.house.rooms.marks().move(COURT.ofAll, thread, COURT.elsewhere, "Not here");
    assertThat(COURT.item(COURT.ofBoard, post)).isEmpty();
    COURT.rooms.queue().follow(thread);
    assertThat(COURT.item(COURT.ofOther, post)).isPresent();
    assertThat(COURT.item(COURT.ofBoard, post)).isEmpty();
  }

  @Test
  void nobodyCanTellAfterwardsWhoFlagged() {
    var item = COURT.flagged();
    assertThat(flaggers(item)).isEqualTo(1);
    COURT.decide(COURT.ofAll, item, Ruling.DISMISS);
    assertThat(flaggers(item)).isZero();
  }

  private static int flaggers(QueueItemId item) {
    return COURT.house.database.read(tx -> tx.dao(Rows.class).flaggers(item));
  }

  interface Rows {
    @org.jdbi.v3.sqlobject.statement.SqlQuery(
        "select count(member_id) from flags where item_id = :item")
    int flaggers(QueueItemId item);
  }

  private static List<PostId> order(PostId... posts) {
    return COURT.rooms.queue().list(COURT.ofAll, Optional.empty(), 100).rows().stream()
        .map(item -> item.post().orElseThrow().post().id())
        .filter(List.of(posts)::contains)
        .toList();
  }

  private static MemberView member(Viewer.Member member) {
    return COURT.house.database.read(
        tx -> COURT.house.accounts.accounts.member(tx, member.id()).orElseThrow());
  }
}
