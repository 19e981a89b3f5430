package postern.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.notices.NoticeKind.ANSWER;
import static postern.notices.NoticeKind.LETTER;
import static postern.notices.NoticeKind.MENTION;
import static postern.notices.NoticeKind.REPLY;
import static postern.notices.NoticeKind.THREAD;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.boards.Audience;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.Standing;
import postern.kernel.Username;
import postern.letters.NewLetter;
import postern.moderation.Sanction;

class NoticesTest {
  private static final Neighbours US = new Neighbours();

  private final Notices notices = US.notices;

  @BeforeEach
  void forget() {
    US.forget();
  }

  @AfterAll
  static void close() {
    US.close();
  }

  @Test
  void whoStartedAThreadIsToldOfAReply() {
    var thread = US.starts(US.ada, US.board, "Wheels", "Anybody?");
    US.replies(US.ben, thread, "We do.");
    assertThat(US.kinds(US.ada)).containsExactly(ANSWER);
    assertThat(US.unread(US.ada)).isEqualTo(1);
  }

  @Test
  void nobodyIsToldOfTheirOwnAct() {
    var thread = US.starts(US.ada, US.board, "Wheels", "I, @ada, ask.");
    US.notices.watches().watch(US.viewer(US.ada), thread);
    US.replies(US.ada, thread, "And again: @ada");
    assertThat(US.of(US.ada)).isEmpty();
  }

  @Test
  void aMentionBeatsAReplyAndOnePostIsOneNotice() {
    var thread = US.starts(US.ada, US.board, "Wheels", "Anybody?");
    US.notices.watches().watch(US.viewer(US.ben), thread);
    US.replies(US.eve, thread, "Ask @ben and @ada.");
    US.replies(US.eve, thread, "Or not.");
    assertThat(US.kinds(US.ben)).containsExactlyInAnyOrder(MENTION, REPLY);
    assertThat(US.kinds(US.ada)).containsExactlyInAnyOrder(MENTION, ANSWER);
  }

  @Test
  void anEditThatNamesSomebodyTellsThemOnce() {
    var thread = US.starts(US.ada, US.board, "Wheels", "Anybody?");
    var post = US.replies(US.ben, thread, "We do.");
    notices.markRead(US.viewer(US.ada), US.of(US.ada).getFirst().id());
    for (var text : List.of("We do, @ada.", "We do, @ada, we do.")) {
      US.house.forum.discussions().posts().edit(US.viewer(US.ben), post, text, null);
      US.settle();
    }
    assertThat(US.kinds(US.ada)).containsExactly(MENTION);
    assertThat(US.unread(US.ada)).isEqualTo(1);
  }

  @Test
  void whoEndedAWatchIsToldOnlyWhenNamed() {
    var thread = US.starts(US.ada, US.board, "Wheels", "Anybody?");
    assertThat(notices.watches().watching(US.viewer(US.ada), view(thread))).isTrue();
    notices.watches().unwatch(US.viewer(US.ada), thread);
    US.replies(US.ben, thread, "We do.");
    assertThat(US.of(US.ada)).isEmpty();
    US.replies(US.ben, thread, "We do, @ada.");
    assertThat(US.kinds(US.ada)).containsExactly(MENTION);
  }

  @Test
  void aQuotedAuthorIsAnswered() {
    var thread = US.starts(US.ada, US.board, "Wheels", "Anybody?");
    var post = US.replies(US.ben, thread, "We do.");
    US.replies(US.eve, thread, "> [ben](/p/" + post + ")\n> We do.\n\nDo you?");
    assertThat(US.kinds(US.ben)).containsExactly(ANSWER);
  }

  @Test
  void aWatchedBoardTellsOfNewThreadsAlone() {
    notices.watches().watch(US.viewer(US.ben), US.board);
    var thread = US.starts(US.ada, US.board, "Wheels", "Anybody?");
    US.replies(US.eve, thread, "No.");
    assertThat(US.kinds(US.ben)).containsExactly(THREAD);
    notices.watches().unwatch(US.viewer(US.ben), US.board);
    US.starts(US.ada, US.board, "More wheels", "Anybody?");
    assertThat(US.of(US.ben)).hasSize(1);
  }

  @Test
  void writingBeginsAWatchForWhoChoseThatAndNeverAgainstAnEarlierNo() {
    notices.setRules(
        US.viewer(US.ben), new NoticeRules(NoticeRules.DEFAULT.channels(), true, Pace.SOON));
    var one = US.starts(US.ada, US.board, "Wheels", "Anybody?");
    var other = US.starts(US.ada, US.board, "Mills", "Anybody?");
    notices.watches().unwatch(US.viewer(US.ben), other);
    for (var thread : List.of(one, other)) {
      US.replies(US.ben, thread, "We do.");
      US.replies(US.eve, thread, "So do we.");
    }
    assertThat(US.of(US.ben))
        .singleElement()
        .matches(told -> told.post().orElseThrow().thread().id().equals(one));
    assertThat(notices.watches().watching(US.viewer(US.eve), view(one))).isFalse();
  }

  @Test
  void aWatchGoesAlongWhenThreadsAreMerged() {
    var one = US.starts(US.ada, US.board, "Wheels", "Anybody?");
    var other = US.starts(US.ada, US.board, "Mills", "Anybody?");
    notices.watches().watch(US.viewer(US.ben), other);
    US.house.forum.discussions().seams().merge(US.viewer(US.root), other, one, "The same.");
    US.settle();
    US.replies(US.eve, one, "We do.");
    assertThat(US.kinds(US.ben)).containsExactly(REPLY);
  }

  @Test
  void aKindThatIsOffIsNotTold() {
    turnOff(US.ada, NoticeKind.ANSWER);
    var thread = US.starts(US.ada, US.board, "Wheels", "Anybody?");
    US.replies(US.ben, thread, "We do.");
    assertThat(US.of(US.ada)).isEmpty();
  }

  @Test
  void whatIsDeletedOrHiddenIsNeitherShownNorCounted() {
    var thread = US.starts(US.ada, US.board, "Wheels", "Anybody?");
    var post = US.replies(US.ben, thread, "We do.");
    US.replies(US.ben, thread, "Truly.");
    US.house.forum.discussions().posts().delete(US.viewer(US.ben), post, null);
    assertThat(US.of(US.ada)).hasSize(1);
    assertThat(US.unread(US.ada)).isEqualTo(1);
    US.house.forum.discussions().marks().hide(US.viewer(US.root), thread, "Gone.");
    assertThat(US.of(US.ada)).isEmpty();
    assertThat(US.unread(US.ada)).isZero();
    US.house.forum.discussions().marks().show(US.viewer(US.root), thread, "Back.");
    assertThat(US.of(US.ada)).hasSize(1);
  }

  @Test
  void aBoardThatWasClosedToThemTellsNothingMoreAndNothingNew() {
    var board = US.board(Audience.MEMBERS);
    var thread = US.starts(US.root, board, "Wheels", "Anybody, @ada?");
    notices.watches().watch(US.viewer(US.ada), thread);
    assertThat(US.of(US.ada)).hasSize(1);
    US.readBy(board, Audience.STAFF);
    US.replies(US.root, thread, "Still, @ada?");
    assertThat(US.of(US.ada)).isEmpty();
    assertThat(US.unread(US.ada)).isZero();
    US.readBy(board, Audience.MEMBERS);
    assertThat(US.of(US.ada)).hasSize(1);
  }

  @Test
  void whomTheyBlockedTellsThemNothing() {
    var thread = US.starts(US.ada, US.board, "Wheels", "Anybody?");
    US.replies(US.ben, thread, "Before, @ada.");
    block(US.ada, US.ben);
    US.replies(US.ben, thread, "After, @ada.");
    assertThat(US.of(US.ada)).isEmpty();
    assertThat(US.unread(US.ada)).isZero();
  }

  @Test
  void whoIsSuspendedIsToldNothingNew() {
    var thread = US.starts(US.ada, US.board, "Wheels", "Anybody?");
    US.house.forum.accounts().suspend(US.ada, Optional.empty(), "A while.");
    US.replies(US.ben, thread, "We do.");
    database()
        .run(
            tx ->
                US.house
                    .forum
                    .accounts()
                    .setStanding(
                        tx, Optional.empty(), US.ada, Standing.ACTIVE, Optional.empty(), "Over."));
    assertThat(US.of(US.ada)).isEmpty();
  }

  @Test
  void aLetterIsToldUntilItIsOpened() {
    var letters = US.house.forum.letters();
    letters.write(
        US.viewer(US.ben), new Username("ada"), new NewLetter("Hello", "Here.", false, false));
    US.settle();
    assertThat(US.of(US.ada))
        .singleElement()
        .matches(told -> told.kind() == LETTER && !told.read() && told.post().isEmpty());
    assertThat(US.of(US.ben)).isEmpty();
    letters.markRead(US.viewer(US.ada), letters.with(US.viewer(US.ada), US.ben).orElseThrow());
    US.settle();
    assertThat(US.of(US.ada)).singleElement().matches(NoticeView::read);
  }

  @Test
  void aDecisionIsToldAndASanctionIsMailedToWhoNeverAsked() {
    var thread = US.starts(US.ada, US.board, "Wheels", "Anybody?");
    var post = US.replies(US.ben, thread, "We do.");
    int before = US.house.postOffice.all().size();
    US.house.forum.discussions().posts().delete(US.viewer(US.root), post, "Not here.");
    US.settle();
    assertThat(US.kinds(US.ben)).containsExactly(NoticeKind.DECISION);
    assertThat(US.unread(US.ben)).isEqualTo(1);
    assertThat(US.house.postOffice.all()).hasSize(before);
    US.house
        .forum
        .moderation()
        .sanctions()
        .impose(US.viewer(US.root), US.ben, Sanction.WARN, Optional.empty(), "A private reason.");
    US.settle();
    assertThat(US.of(US.ben)).hasSize(2);
    var mails = US.house.postOffice.all();
    assertThat(mails).hasSize(before + 1);
    assertThat(mails.getLast().to()).isEqualTo("ben.kiln@saltmarsh.example");
    assertThat(mails.getLast().text())
        .contains("/decisions/")
        .doesNotContain("A private reason.", "keeper");
    assertThat(US.of(US.eve)).isEmpty();
  }

  @Test
  void lookingAtAPostReadsItsNoticeAndNobodyElses() {
    var thread = US.starts(US.ada, US.board, "Wheels", "@ben?");
    notices.watches().watch(US.viewer(US.ben), thread);
    var post = US.replies(US.eve, thread, "@ada, @ben");
    notices.saw(US.viewer(US.ben), List.of(post, new PostId(999)));
    assertThat(US.unread(US.ben)).isEqualTo(1);
    assertThat(US.unread(US.ada)).isEqualTo(1);
    assertThat(notices.markRead(US.viewer(US.ben), US.of(US.ada).getFirst().id())).isFalse();
    assertThat(US.unread(US.ada)).isEqualTo(1);
  }

  @Test
  void markingAllLeavesWhatCameLater() {
    var thread = US.starts(US.ada, US.board, "Wheels", "Anybody?");
    US.replies(US.ben, thread, "One.");
    var seen = US.of(US.ada).getFirst().at();
    US.clock.advance(Duration.ofMinutes(1));
    US.replies(US.ben, thread, "Two.");
    notices.markAllRead(US.viewer(US.ada), seen);
    assertThat(US.unread(US.ada)).isEqualTo(1);
  }

  @Test
  void aListGoesOnAcrossWhatMayNotBeSeen() {
    var thread = US.starts(US.ada, US.board, "Wheels", "Anybody?");
    var away = US.starts(US.ada, US.board, "Mills", "Anybody?");
    for (int i = 0; i < 4; i++) {
      US.clock.advance(Duration.ofMinutes(1));
      US.replies(US.ben, thread, "Here " + i);
      for (int j = 0; j < 3; j++) {
        US.clock.advance(Duration.ofMinutes(1));
        US.replies(US.eve, away, "There " + i + j);
      }
    }
    US.house.forum.discussions().marks().hide(US.viewer(US.root), away, "Gone.");
    var first = notices.list(US.viewer(US.ada), Optional.empty(), 3);
    assertThat(first.rows()).hasSize(3);
    assertThat(first.more()).isTrue();
    var rest =
        notices.list(US.viewer(US.ada), Optional.of(Notices.cursor(first.rows().getLast())), 3);
    assertThat(rest.rows()).hasSize(1);
    assertThat(rest.more()).isFalse();
  }

  @Test
  void readNoticesAreSweptAfterTheirTimeAndUnreadOnesLater() {
    var thread = US.starts(US.ada, US.board, "Wheels", "Anybody?");
    US.replies(US.ben, thread, "One.");
    US.replies(US.ben, thread, "Two.");
    notices.markRead(US.viewer(US.ada), US.of(US.ada).getFirst().id());
    US.clock.advance(Duration.ofDays(31));
    notices.sweep();
    assertThat(US.of(US.ada)).hasSize(1);
    US.clock.advance(Duration.ofDays(150));
    notices.sweep();
    assertThat(US.of(US.ada)).isEmpty();
  }

  private void turnOff(MemberId who, NoticeKind kind) {
    Map<NoticeKind, Channel> channels = new EnumMap<>(NoticeRules.DEFAULT.channels());
    channels.put(kind, Channel.OFF);
    notices.setRules(US.viewer(who), new NoticeRules(channels, false, Pace.SOON));
  }

  private void block(MemberId owner, MemberId other) {
    database().run(tx -> US.house.forum.foundation().blocks().block(tx, owner, other));
  }

  private postern.storage.Database database() {
    return US.house.forum.foundation().storage().database();
  }

  private postern.threads.ThreadView view(postern.kernel.ThreadId thread) {
    return US.house.forum.discussions().threads().find(US.viewer(US.root), thread).orElseThrow();
  }
}
