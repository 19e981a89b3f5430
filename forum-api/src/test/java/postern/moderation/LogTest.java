package postern.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.kernel.AMember.aMember;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import postern.boards.Audience;
import postern.kernel.Role;
import postern.kernel.Viewer;
import postern.threads.House;

class LogTest {
  private static final Court COURT = new Court(ModerationSettings.standard());

  @AfterAll
  static void close() {
    COURT.close();
  }

  @Test
  void membersReadWithoutTheNamesOfStaffAndOfTheSilenced() {
    var eve = COURT.house.member();
    impose(COURT.ofAll, eve, Sanction.SILENCE, "Shouting");
    var staffs = COURT.log(COURT.ofAll).getFirst();
    assertThat(staffs.member()).contains(eve.id());
    assertThat(staffs.actor()).contains(COURT.ofAll.id());
    for (var reader : List.of(COURT.house.ben, COURT.ofOther)) {
      var read = COURT.log(reader).getFirst();
      assertThat(read.id()).isEqualTo(staffs.id());
      assertThat(read.reason()).isEqualTo("Shouting");
      assertThat(read.until()).isPresent();
      assertThat(read.actor()).isEmpty();
      assertThat(read.member()).isEmpty();
    }
  }

  @Test
  void whatOneMayNotReadIsNotInOnesLog() {
    var staff = COURT.house.board(Audience.STAFF, Audience.STAFF).id();
    var threads = COURT.house.rooms.threads();
    var secret = House.started(threads.start(COURT.house.root, staff, "Secret", "B")).thread();
    COURT.house.rooms.marks().lock(COURT.house.root, secret, "Nobody may know of this");
    var open = COURT.threadOf(COURT.post());
    COURT.house.rooms.marks().lock(COURT.ofBoard, open, "Everybody may know of this");
    assertThat(reasons(COURT.house.ben))
        .contains("Everybody may know of this")
        .doesNotContain("Nobody may know of this");
    assertThat(reasons(COURT.ofAll)).contains("Nobody may know of this");
    COURT.house.rooms.marks().hide(COURT.ofBoard, open, "And now it is gone");
    assertThat(reasons(COURT.house.ben))
        .doesNotContain("Everybody may know of this", "And now it is gone");
    assertThat(reasons(COURT.ofBoard)).contains("And now it is gone");
    assertThat(reasons(COURT.ofOther)).doesNotContain("And now it is gone");
  }

  @Test
  void aDismissalIsNoBusinessOfReaders() {
    var item = COURT.flagged();
    var order = new Queue.Order(Ruling.DISMISS, "Flagged in vain", Optional.empty(), "");
    COURT.rooms.queue().decide(COURT.ofBoard, item, order);
    assertThat(reasons(COURT.ofBoard)).contains("Flagged in vain");
    assertThat(reasons(COURT.house.ben)).doesNotContain("Flagged in vain");
    assertThat(reasons(COURT.house.ada)).doesNotContain("Flagged in vain");
  }

  @Test
  void theSiteMayKeepItsLogForItsModerators() {
    try (var court = new Court(new ModerationSettings(false, 0))) {
      court.house.rooms.marks().lock(court.ofBoard, court.threadOf(court.post()), "Why");
      assertThat(court.rooms.log().readable(court.house.ben)).isFalse();
      assertThat(court.log(court.house.ben)).isEmpty();
      assertThat(court.log(court.ofBoard)).hasSize(1);
      assertThat(court.log(court.ofOther)).isEmpty();
    }
  }

  @Test
  void guestsAndTheSuspendedReadNoLog() {
    assertThat(COURT.rooms.log().readable(Viewer.GUEST)).isFalse();
    assertThat(COURT.rooms.log().readable(aMember(3).suspended().looking())).isFalse();
    assertThat(COURT.rooms.log().readable(aMember(3).silenced().looking())).isTrue();
  }

  @Test
  void theLogIsReadByItsKey() {
    for (int i = 0; i < 5; i++) {
      COURT.house.rooms.marks().lock(COURT.ofBoard, COURT.threadOf(COURT.post()), "Entry " + i);
    }
    var whole = COURT.log(COURT.ofBoard).stream().map(Decision::id).toList();
    var seen = new java.util.ArrayList<DecisionId>();
    var page = COURT.rooms.log().read(COURT.ofBoard, Optional.empty(), 2);
    page.entries().forEach(entry -> seen.add(entry.id()));
    while (page.next().isPresent()) {
      page = COURT.rooms.log().read(COURT.ofBoard, page.next(), 2);
      page.entries().forEach(entry -> seen.add(entry.id()));
    }
    assertThat(seen).isEqualTo(whole);
  }

  @Test
  void aMemberAnswersADecisionOnceAndModeratorsReadIt() {
    var eve = COURT.house.member();
    impose(COURT.ofAll, eve, Sanction.WARN, "Mind your words");
    var decision = COURT.rooms.decisions().mine(eve, Optional.empty(), 1).rows().getFirst();
    var decisions = COURT.rooms.decisions();
    assertThat(decisions.answer(COURT.house.ben, decision.id(), "Mine"))
        .isEqualTo(new Answered.NotFound());
    assertThat(decisions.answer(eve, decision.id(), " \n ")).isEqualTo(new Answered.BadText(2000));
    assertThat(decisions.answer(eve, decision.id(), "But why?")).isEqualTo(new Answered.Done());
    assertThat(decisions.answer(eve, decision.id(), "Again"))
        .isEqualTo(new Answered.AlreadyAnswered());
    var item =
        COURT.rooms.queue().list(COURT.ofAll, Optional.empty(), 100).rows().stream()
            .filter(each -> each.kind() == ItemKind.ANSWERED && each.author().id().equals(eve.id()))
            .findFirst()
            .orElseThrow();
    assertThat(item.answered().orElseThrow().answer()).contains("But why?");
    assertThat(COURT.rooms.queue().find(COURT.ofBoard, item.id())).isEmpty();
    assertThat(COURT.decide(COURT.ofAll, item.id(), Ruling.DISMISS)).isEqualTo(new Decided.Done());
    assertThat(COURT.rooms.decisions().mine(eve, Optional.empty(), 10).rows()).hasSize(1);
  }

  @Test
  void noSanctionReachesStaffBesideOrAboveOneself() {
    var accounts = COURT.house.accounts;
    var peer = accounts.viewer(accounts.member("a-peer", Role.MODERATOR));
    var ofBoard = accounts.viewer(accounts.member("a-smaller-one", Role.MODERATOR));
    COURT.house.database.run(
        tx -> COURT.house.boards.nameModerator(tx, ofBoard.id(), java.util.Set.of(COURT.board)));
    assertThat(impose(COURT.ofAll, COURT.house.root, Sanction.WARN, "x"))
        .isEqualTo(new Sanctioned.NotAllowed());
    assertThat(impose(COURT.ofAll, peer, Sanction.SUSPEND, "x"))
        .isEqualTo(new Sanctioned.NotAllowed());
    assertThat(impose(COURT.ofAll, ofBoard, Sanction.SILENCE, "x"))
        .isEqualTo(new Sanctioned.Done());
    assertThat(impose(COURT.ofBoard, COURT.house.member(), Sanction.WARN, "x"))
        .isEqualTo(new Sanctioned.NotAllowed());
    assertThat(impose(COURT.house.root, COURT.house.root, Sanction.SUSPEND, "x"))
        .isEqualTo(new Sanctioned.NotAllowed());
    assertThat(impose(COURT.house.root, peer, Sanction.SUSPEND, "x"))
        .isEqualTo(new Sanctioned.Done());
    assertThat(COURT.rooms.sanctions().lift(COURT.ofAll, peer.id(), "x"))
        .isEqualTo(new Sanctioned.NotAllowed());
    assertThat(COURT.rooms.sanctions().lift(COURT.house.root, peer.id(), "Heard"))
        .isEqualTo(new Sanctioned.Done());
    assertThat(COURT.rooms.sanctions().lift(COURT.house.root, peer.id(), "Heard"))
        .isEqualTo(new Sanctioned.NothingToLift());
  }

  @Test
  void aTermLiesAheadAndWithinTenYears() {
    var eve = COURT.house.member();
    for (var days : List.of(0, -1, 4000)) {
      var until = Optional.of(COURT.house.clock.instant().plus(Duration.ofDays(days)));
      assertThat(
              COURT.rooms.sanctions().impose(COURT.ofAll, eve.id(), Sanction.SILENCE, until, "x"))
          .isEqualTo(new Sanctioned.BadUntil());
    }
    assertThat(impose(COURT.ofAll, eve, Sanction.SILENCE, " "))
        .isEqualTo(new Sanctioned.BadReason(500));
  }

  @Test
  void anAuthorWhoRenamesTheirOwnThreadIsNotInTheLog() {
    var thread = COURT.threadOf(COURT.post());
    int before = COURT.log(COURT.ofBoard).size();
    COURT.house.rooms.threads().retitle(COURT.house.ada, thread, "Another title", "");
    assertThat(COURT.log(COURT.ofBoard)).hasSize(before);
    COURT.house.rooms.threads().retitle(COURT.ofBoard, thread, "A third title", "Clearer");
    assertThat(COURT.log(COURT.ofBoard)).hasSize(before + 1);
  }

  private static Sanctioned impose(Viewer by, Viewer.Member whom, Sanction kind, String reason) {
    Optional<java.time.Instant> until =
        kind.hasTerm()
            ? Optional.of(COURT.house.clock.instant().plus(Duration.ofDays(1)))
            : Optional.empty();
    return COURT.rooms.sanctions().impose(by, whom.id(), kind, until, reason);
  }

  private static List<String> reasons(Viewer reader) {
    return COURT.log(reader).stream().map(Decision::reason).toList();
  }
}
