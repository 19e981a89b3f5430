package postern.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.notices.NoticeKind.ANSWER;
import static postern.notices.NoticeKind.MENTION;
import static postern.notices.NoticeKind.REPLY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.boards.Audience;
import postern.kernel.MemberId;
import postern.kernel.Standing;
import postern.kernel.ThreadId;
import postern.relay.MailProgram;
import postern.relay.PostOffice;
import postern.relay.TestForum;

class NoticeMailsTest {
  private static final Neighbours US = new Neighbours();

  private final Notices notices = US.notices;
  private int before;
  private ThreadId thread;

  @BeforeEach
  void forget() {
    US.forget();
    US.clock.advance(Duration.ofDays(2));
    thread = US.starts(US.ada, US.board, "Water wheels", "Anybody?");
    before = US.house.postOffice.all().size();
  }

  @BeforeAll
  static void takeMail() throws IOException {
    US.house.forum.mailServer().start();
  }

  @AfterAll
  static void close() {
    US.close();
  }

  @Test
  void whoDidNotAskIsNotMailed() {
    US.replies(US.ben, thread, "We do, @ada.");
    US.clock.advance(Duration.ofDays(2));
    US.settle();
    assertThat(mails()).isEmpty();
  }

  @Test
  void theFirstGoesAtOnceAndWhatFollowsIsCollected() {
    asks(US.ada, Pace.SOON, ANSWER);
    US.replies(US.ben, thread, "We do.");
    assertThat(mails()).hasSize(1);
    US.clock.advance(Duration.ofMinutes(1));
    US.replies(US.ben, thread, "And another.");
    US.replies(US.eve, thread, "So do I.");
    US.clock.advance(Duration.ofMinutes(28));
    US.settle();
    assertThat(mails()).hasSize(1);
    US.clock.advance(Duration.ofMinutes(2));
    US.settle();
    assertThat(mails()).hasSize(2);
    assertThat(mails().getFirst().header("Subject")).isEqualTo("ben answered you at Millpond");
    assertThat(text(mails().getFirst())).contains("Water wheels", "    We do.", "/p/");
    assertThat(mails().getLast().header("Subject")).isEqualTo("ben, eve: 2 notices from Millpond");
    assertThat(text(mails().getLast()))
        .contains("And another.", "So do I.")
        .doesNotContain("We do.");
  }

  @Test
  void whoChoseOneADayGetsOneAtItsHour() {
    asks(US.ada, Pace.DAILY, ANSWER);
    US.replies(US.ben, thread, "We do.");
    US.replies(US.eve, thread, "So do I.");
    assertThat(mails()).isEmpty();
    US.clock.advance(Duration.ofHours(24));
    US.settle();
    assertThat(mails()).hasSize(1);
    assertThat(text(mails().getFirst())).contains("We do.", "So do I.");
  }

  @Test
  void whatWasHiddenDeletedOrReadMeanwhileIsNotInTheMail() {
    asks(US.ada, Pace.DAILY, ANSWER);
    var deleted = US.replies(US.ben, thread, "First words.");
    var read = US.replies(US.ben, thread, "Second words.");
    US.replies(US.eve, thread, "Third words.");
    US.house.forum.discussions().posts().delete(US.viewer(US.ben), deleted, null);
    notices.saw(US.viewer(US.ada), List.of(read));
    US.clock.advance(Duration.ofHours(24));
    US.settle();
    assertThat(mails()).hasSize(1);
    assertThat(text(mails().getFirst()))
        .contains("Third words.")
        .doesNotContain("First words.", "Second words.");
  }

  @Test
  void whoLostABoardGetsNoMailOfIt() {
    var board = US.board(Audience.MEMBERS);
    var closed = US.starts(US.ada, board, "Mills", "Anybody?");
    asks(US.ada, Pace.DAILY, ANSWER);
    US.replies(US.root, closed, "Some words.");
    US.readBy(board, Audience.STAFF);
    US.clock.advance(Duration.ofHours(24));
    US.settle();
    US.readBy(board, Audience.MEMBERS);
    US.clock.advance(Duration.ofHours(24));
    US.settle();
    assertThat(mails()).isEmpty();
  }

  @Test
  void whoIsSuspendedOrWhoseMailCameBackGetsNothing() {
    asks(US.ada, Pace.DAILY, ANSWER);
    US.replies(US.ben, thread, "We do.");
    US.house.forum.accounts().suspend(US.ada, Optional.empty(), "A while.");
    US.clock.advance(Duration.ofHours(24));
    US.settle();
    restore(US.ada);
    assertThat(mails()).isEmpty();
    asks(US.eve, Pace.SOON, MENTION);
    US.replies(US.ben, thread, "You too, @eve?");
    var eves = mails("eve.gully@gorse-lane.example");
    assertThat(eves).hasSize(1);
    comesBack(eves.getFirst());
    US.clock.advance(Duration.ofHours(24));
    US.replies(US.ben, thread, "And @eve?");
    assertThat(mails("eve.gully@gorse-lane.example")).isEqualTo(eves);
  }

  @Test
  void oneClickEndsItsKindAndNoOther() {
    asks(US.ada, Pace.SOON, ANSWER, MENTION);
    US.replies(US.ben, thread, "We do.");
    var mail = mails().getFirst();
    assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.header("Precedence")).isNull();
    assertThat(mail.fromAddress()).isEqualTo("notices@" + TestForum.DOMAIN);
    var token = token(mail.header("List-Unsubscribe"));
    assertThat(notices.ending(token)).contains(new Ends.Mails(java.util.Set.of(ANSWER)));
    assertThat(notices.rules(US.viewer(US.ada)).of(ANSWER)).isEqualTo(Channel.MAIL);
    assertThat(notices.end(token)).isTrue();
    assertThat(notices.end(token)).isTrue();
    var rules = notices.rules(US.viewer(US.ada));
    assertThat(rules.of(ANSWER)).isEqualTo(Channel.SITE);
    assertThat(rules.of(MENTION)).isEqualTo(Channel.MAIL);
  }

  @Test
  void aForgedLinkEndsNothing() {
    asks(US.ada, Pace.SOON, ANSWER);
    US.replies(US.ben, thread, "We do.");
    var token = token(mails().getFirst().header("List-Unsubscribe"));
    var forged =
        token.substring(0, 20) + (token.charAt(20) == 'a' ? 'b' : 'a') + token.substring(21);
    for (var text : List.of(forged, "", "abc", token + "a", "7".repeat(44))) {
      assertThat(notices.end(text)).isFalse();
    }
    assertThat(notices.rules(US.viewer(US.ada)).of(ANSWER)).isEqualTo(Channel.MAIL);
  }

  @Test
  void theKindEndsByMailTooAndAnAnswerIsRefusedWithASentence() {
    asks(US.ada, Pace.SOON, ANSWER);
    US.replies(US.ben, thread, "We do.");
    var mail = mails().getFirst();
    var message = "From: <ada.quiet@tarn-hollow.example>\r\nSubject: x\r\n\r\nx\r\n";
    var by = mail.header("List-Unsubscribe").replaceAll(".*<mailto:([^>]*)>.*", "$1");
    var from = "ada.quiet@tarn-hollow.example";
    assertThat(US.house.mail(from, by, message)).startsWith("250");
    assertThat(notices.rules(US.viewer(US.ada)).of(ANSWER)).isEqualTo(Channel.SITE);
    assertThat(US.house.mail(from, mail.fromAddress(), message))
        .startsWith("550")
        .contains("answer there");
  }

  @Test
  void theLinkInTheTextEndsThatThreadAlone() {
    asks(US.ada, Pace.SOON, ANSWER, MENTION);
    var other = US.starts(US.ada, US.board, "Mills", "Anybody?");
    US.replies(US.ben, thread, "We do.");
    var link = token(text(mails().getFirst()).split("No more of this thread: ")[1]);
    assertThat(notices.ending(link)).contains(new Ends.Watch(thread));
    assertThat(notices.end(link)).isTrue();
    US.clock.advance(Duration.ofHours(1));
    US.replies(US.ben, thread, "Once more.");
    US.replies(US.ben, other, "Here too.");
    assertThat(mails()).hasSize(2);
    assertThat(text(mails().getLast())).contains("Here too.").doesNotContain("Once more.");
  }

  @Test
  void whatWaitsWhenAKindEndsIsNotMailed() {
    asks(US.ada, Pace.DAILY, ANSWER);
    US.replies(US.ben, thread, "We do.");
    notices.setRules(US.viewer(US.ada), NoticeRules.DEFAULT);
    US.clock.advance(Duration.ofHours(24));
    US.settle();
    assertThat(mails()).isEmpty();
  }

  @Test
  void anAddressInAPostIsMarkedWhoseverItIs() {
    asks(US.ada, Pace.SOON, ANSWER);
    US.replies(US.ben, thread, "Write to ben.kiln@saltmarsh.example or to x@nobody.example.");
    assertThat(text(mails().getFirst()))
        .contains("Write to [address hidden] or to [address hidden]");
  }

  @Test
  void anAuthorsOwnAddressInDisguiseIsStoppedAndTheMailGoesWithoutWords() {
    asks(US.ada, Pace.SOON, ANSWER);
    US.replies(US.ben, thread, "Decode this: " + disguised("ben.kiln@saltmarsh.example"));
    assertThat(mails()).hasSize(1);
    assertThat(text(mails().getFirst()))
        .contains("ben answered you:", "/p/")
        .doesNotContain("Decode", "Water wheels");
  }

  /** A second member reads by mail whether a first one's guess is right: they must not learn it. */
  @Test
  void nobodyLearnsByANoticeWhetherAGuessIsRight() {
    asks(US.ada, Pace.DAILY, ANSWER, REPLY);
    var guesses = List.of("ben.kiln@saltmarsh.example", "ben.kilm@saltmarsh.example");
    for (var guess : guesses) {
      int already = mails().size();
      var titled = US.starts(US.eve, US.board, hashed(guess), "Anybody?");
      notices.watches().watch(US.viewer(US.ada), titled);
      US.replies(US.ben, titled, "What is this?");
      US.replies(US.eve, titled, "I guess " + disguised(guess));
      US.clock.advance(Duration.ofHours(24));
      US.settle();
      assertThat(mails()).hasSize(already + 1);
      assertThat(text(mails().getLast()))
          .contains(hashed(guess), "What is this?", "I guess " + disguised(guess));
    }
  }

  private List<PostOffice.Arrived> mails() {
    return mails("ada.quiet@tarn-hollow.example");
  }

  private List<PostOffice.Arrived> mails(String to) {
    var all = US.house.postOffice.all();
    return all.subList(before, all.size()).stream().filter(mail -> mail.to().equals(to)).toList();
  }

  private static String text(PostOffice.Arrived mail) {
    var body = mail.text().split("\r\n\r\n", 2)[1];
    return "quoted-printable".equals(mail.header("Content-Transfer-Encoding"))
        ? body.replace("=\r\n", "").replace("=3D", "=").replace("=20", " ")
        : body;
  }

  private static void comesBack(PostOffice.Arrived mail) {
    var report =
        """
        From: MAILER-DAEMON@mx.elsewhere.example
        Subject: failure
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=x

        --x
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.elsewhere.example

        Final-Recipient: rfc822; somebody@elsewhere.example
        Action: failed
        Status: 5.1.1
        --x--
        """;
    var answer =
        MailProgram.send(
            US.house.forum.mailServer().port(), "", mail.from(), report.replace("\n", "\r\n"));
    assertThat(answer).startsWith("250");
  }

  private static String token(String text) {
    return text.replaceAll("(?s).*?/notices/end/([a-z2-7]+).*", "$1");
  }

  private static String disguised(String address) {
    return Base64.getEncoder().encodeToString(address.getBytes(StandardCharsets.UTF_8));
  }

  private static String hashed(String address) {
    try {
      return HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256")
                  .digest(address.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void asks(MemberId who, Pace pace, NoticeKind... kinds) {
    var channels = new EnumMap<NoticeKind, Channel>(NoticeRules.DEFAULT.channels());
    for (var kind : kinds) {
      channels.put(kind, Channel.MAIL);
    }
    notices.setRules(US.viewer(who), new NoticeRules(channels, false, pace));
  }

  private void restore(MemberId who) {
    US.house
        .forum
        .foundation()
        .storage()
        .database()
        .run(
            tx ->
                US.house
                    .forum
                    .accounts()
                    .setStanding(
                        tx, Optional.empty(), who, Standing.ACTIVE, Optional.empty(), "Over."));
  }
}
