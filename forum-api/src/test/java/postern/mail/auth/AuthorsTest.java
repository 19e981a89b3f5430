package postern.mail.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import postern.kernel.EmailAddress;
import postern.mail.auth.Authenticity.Aligned;
import postern.mail.auth.Authenticity.Away;
import postern.mail.auth.Authenticity.Failed;
import postern.mail.auth.Authenticity.Method;
import postern.mail.auth.Authenticity.Unknown;
import postern.mail.dkim.TestSigner;
import postern.mail.dns.TestNameServer;
import postern.mail.mime.InboundMessage;
import postern.mail.mime.MessageRead;
import postern.mail.mime.MessageReader;
import postern.mail.mime.MimeLimits;
import postern.mail.smtp.Envelope;
import postern.mail.smtp.ReversePath;
import postern.mail.smtp.SmtpProtocol;
import postern.mail.smtp.SmtpSession;

/** Who is believed to have written, by our own checks. */
class AuthorsTest {
  private static final String MAILBOX = "ben.abcdefghijklmnop";
  private static final String OURS = "192.0.2.7";
  private static final String STRANGE = "203.0.113.9";
  private static final TestSigner MILL = TestSigner.rsa("mill.example", 2048);

  private final TestNameServer server = new TestNameServer();
  private final Instant now = Instant.parse("2026-03-02T10:00:00Z");
  private final Authors authors =
      new Authors(
          new AuthorSettings(Optional.empty(), server.setting()), "members.test", () -> now);

  private String client = OURS;
  private String mailFrom = "ada@mill.example";

  @AfterEach
  void close() {
    server.close();
  }

  private static String message(String from) {
    return """
    From: %s
    To: "ben (Millpond)" <%s@members.test>
    Subject: The mill wheel
    Date: Mon, 2 Mar 2026 09:00:00 +0200
    Message-ID: <1@mill.example>

    It turns.
    """
        .replace("\n", "\r\n")
        .formatted(from, MAILBOX);
  }

  private Authenticity judge(String raw) {
    return judge(raw, false, Optional.of(InetAddress.ofLiteral(client)));
  }

  private Authenticity judge(String raw, boolean trusted, Optional<InetAddress> told) {
    var peer = trusted ? InetAddress.ofLiteral("192.0.2.1") : InetAddress.ofLiteral(client);
    var session =
        new SmtpSession(
            peer, trusted, told, Optional.empty(), "mx.client.test", false, SmtpProtocol.SMTP);
    var path = EmailAddress.parse(mailFrom).map(ReversePath::of).orElse(ReversePath.NULL);
    var message = read(raw);
    return authors.judge(
        new Envelope(session, path, MAILBOX, false),
        message,
        message.author().orElseThrow().address());
  }

  private static InboundMessage read(String raw) {
    var bytes = raw.getBytes(StandardCharsets.UTF_8);
    return ((MessageRead.Read) MessageReader.read(bytes, MimeLimits.DEFAULT)).message();
  }

  private AuthorsTest dmarc(String domain, String record) {
    server.text("_dmarc." + domain, record);
    return this;
  }

  private AuthorsTest spf(String domain) {
    server.text(domain, "v=spf1 ip4:" + OURS + " -all");
    return this;
  }

  private static TestSigner signer(String domain) {
    return MILL.of(domain);
  }

  @Test
  void passesByEitherAlignedMeans() {
    dmarc("mill.example", "v=DMARC1; p=reject").spf("mill.example");
    assertThat(judge(message("ada@mill.example"))).isEqualTo(new Aligned(Method.DMARC));
    client = STRANGE;
    var signed = signer("mill.example").publish(server).signed(message("ada@mill.example"));
    assertThat(judge(signed)).isEqualTo(new Aligned(Method.DMARC));
  }

  @ParameterizedTest
  @CsvSource({"reject,true", "quarantine,true", "none,false"})
  void aForgedLetterFailsWhereTheDomainSaysSo(String policy, boolean fails) {
    dmarc("mill.example", "v=DMARC1; p=" + policy).spf("mill.example");
    client = STRANGE;
    assertThat(judge(message("ada@mill.example"))).isEqualTo(fails ? new Failed() : new Unknown());
  }

  @Test
  void whoOwnsAnotherDomainProvesNothing() {
    dmarc("mill.example", "v=DMARC1; p=reject").spf("harbour.example");
    mailFrom = "eve@harbour.example";
    var signed = signer("harbour.example").publish(server).signed(message("ada@mill.example"));
    assertThat(judge(signed)).isEqualTo(new Failed());
    assertThat(server.asked()).noneMatch(asked -> asked.contains("harbour"));
  }

  /** Relaxed and strict: the author's domain, the signer's or sender's, and what comes of it. */
  @ParameterizedTest
  @CsvSource({
    "mill.example,mill.example,r,true",
    "mill.example,mill.example,s,true",
    "mill.example,post.mill.example,r,true",
    "mill.example,post.mill.example,s,false",
    "post.mill.example,mill.example,r,true",
    "post.mill.example,mill.example,s,false",
    "a.mill.example,b.mill.example,r,true",
    "mill.example,windmill.example,r,false",
    "mill.example,mill.example.test,r,false",
    "ada.github.io,eve.github.io,r,false",
    "ada.github.io,github.io,r,false",
    "mill.co.uk,co.uk,r,false",
    "mill.co.uk,news.mill.co.uk,r,true"
  })
  void alignsAsTheDomainAsks(String author, String other, String mode, boolean passes) {
    dmarc(author, "v=DMARC1; p=reject; adkim=" + mode + "; aspf=" + mode).spf(other);
    var expected = passes ? new Aligned(Method.DMARC) : new Failed();
    mailFrom = "x@" + other;
    assertThat(judge(message("ada@" + author))).as("spf").isEqualTo(expected);
    client = STRANGE;
    var signed = signer(other).publish(server).signed(message("ada@" + author));
    assertThat(judge(signed)).as("dkim").isEqualTo(expected);
  }

  @Test
  void withoutPolicyTheVeryDomainMustAnswer() {
    spf("mill.example").spf("post.mill.example");
    assertThat(judge(message("ada@mill.example"))).isEqualTo(new Aligned(Method.SPF));
    mailFrom = "ada@post.mill.example";
    assertThat(judge(message("ada@mill.example"))).isEqualTo(new Unknown());
    var below = signer("post.mill.example").publish(server).signed(message("ada@mill.example"));
    assertThat(judge(below)).isEqualTo(new Unknown());
    var exact = signer("mill.example").publish(server).signed(message("ada@mill.example"));
    assertThat(judge(exact)).isEqualTo(new Aligned(Method.DKIM));
  }

  @Test
  void withoutPolicyAnSpfFailIsTheDomainsOwnWord() {
    spf("mill.example");
    client = STRANGE;
    assertThat(judge(message("ada@mill.example"))).isEqualTo(new Failed());
  }

  @Test
  void nothingPublishedProvesNothing() {
    assertThat(judge(message("ada@mill.example"))).isEqualTo(new Unknown());
    mailFrom = "";
    assertThat(judge(message("ada@mill.example"))).isEqualTo(new Unknown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"_dmarc.mill.example", "mill.example", "s1._domainkey.mill.example"})
  void silenceIsNeverARefusal(String name) {
    client = STRANGE;
    var signed = signer("mill.example").publish(server).signed(message("ada@mill.example"));
    if (!name.startsWith("_dmarc")) {
      dmarc("mill.example", "v=DMARC1; p=reject");
    }
    server.fails(name);
    var broken = name.startsWith("s1") ? signed : message("ada@mill.example");
    assertThat(judge(broken)).isEqualTo(new Away());
  }

  @Test
  void aProofOfTheVeryDomainNeedsNoPolicy() {
    server.fails("_dmarc.mill.example");
    var signed = signer("mill.example").publish(server).signed(message("ada@mill.example"));
    assertThat(judge(signed)).isEqualTo(new Aligned(Method.DKIM));
  }

  @Test
  void aSubdomainIsNotItsParent() {
    dmarc("mill.example", "v=DMARC1; p=none; sp=reject");
    client = STRANGE;
    assertThat(judge(message("ada@bank.mill.example"))).isEqualTo(new Failed());
  }

  @Test
  void oneBrokenSignatureOfTwoIsAsNone() {
    dmarc("mill.example", "v=DMARC1; p=reject");
    client = STRANGE;
    var inner =
        TestSigner.rsa("mill.example", 1024)
            .selector("old")
            .publish(server)
            .signed(message("ada@mill.example"))
            .replace("bh=", "bh=AAAA");
    assertThat(judge(inner)).isEqualTo(new Failed());
    assertThat(judge(signer("mill.example").publish(server).signed(inner)))
        .isEqualTo(new Aligned(Method.DMARC));
  }

  /** Whoever got a signed letter could otherwise hand it to any member. */
  @Test
  void aSignedLetterToSomebodyElseIsNotReplayed() {
    dmarc("mill.example", "v=DMARC1; p=reject");
    client = STRANGE;
    var elsewhere = message("ada@mill.example").replace(MAILBOX, "zoe.abcdefghijklmnop");
    var signed = signer("mill.example").publish(server).signed(elsewhere);
    assertThat(judge(signed)).isEqualTo(new Unknown());
    var rewritten = signed.replace("zoe.abcdefghijklmnop", MAILBOX);
    assertThat(judge(rewritten)).isEqualTo(new Failed());
  }

  @Test
  void anOldLetterIsNotReplayed() {
    dmarc("mill.example", "v=DMARC1; p=reject");
    client = STRANGE;
    var old = message("ada@mill.example").replace("2 Mar 2026", "2 Feb 2026");
    assertThat(judge(signer("mill.example").publish(server).signed(old))).isEqualTo(new Failed());
  }

  @Test
  void aLetterInCopyNamesItsMailboxToo() {
    client = STRANGE;
    var copied = message("ada@mill.example").replace("To: ", "To: zoe@harbour.example\r\nCc: ");
    var signed = signer("mill.example").publish(server).signed(copied);
    assertThat(judge(signed)).isEqualTo(new Aligned(Method.DKIM));
  }

  /** However it is spelt, the domain of the one address decides. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ada@mill.example>",
        "ada@MILL.Example",
        "=?utf-8?Q?eve=40harbour.example?= <ada@mill.example>",
        "\"eve@harbour.example\" <ada@mill.example>",
        "ada@mill.example (eve@harbour.example)",
        "Ada\r\n\t<ada@mill.example>",
        "\"Lovelåce, Ada\" <адa@mill.example>"
      })
  void readsTheFromHoweverItIsSpelt(String from) {
    dmarc("mill.example", "v=DMARC1; p=reject");
    client = STRANGE;
    assertThat(judge(message(from))).isEqualTo(new Failed());
    assertThat(judge(signer("mill.example").publish(server).signed(message(from))))
        .isEqualTo(new Aligned(Method.DMARC));
  }

  @Test
  void asksForAnInternationalDomainInItsAsciiForm() {
    dmarc("xn--mhle-0ra.example", "v=DMARC1; p=reject").spf("xn--mhle-0ra.example");
    mailFrom = "ada@mühle.example";
    assertThat(judge(message("Ada <ada@mühle.example>"))).isEqualTo(new Aligned(Method.DMARC));
    assertThat(server.asked()).allMatch(asked -> asked.chars().allMatch(c -> c < 128));
  }

  @Test
  void aBareLineEndProvesNothing() {
    dmarc("mill.example", "v=DMARC1; p=reject");
    client = STRANGE;
    var signed = signer("mill.example").publish(server).signed(message("ada@mill.example"));
    assertThat(judge(signed.replace("Subject: The mill wheel\r\n", "Subject: The mill wheel\n")))
        .isEqualTo(new Failed());
    assertThat(judge(signed.replace("It turns.\r\n", "It turns.\n"))).isEqualTo(new Failed());
  }

  @Test
  void aRelayThatDoesNotTellItsClientProvesNoSender() {
    server.text("mill.example", "v=spf1 ip4:192.0.2.1 ip4:" + OURS + " -all");
    var relay = Optional.of(InetAddress.ofLiteral("192.0.2.1"));
    assertThat(judge(message("ada@mill.example"), true, relay)).isEqualTo(new Unknown());
    assertThat(judge(message("ada@mill.example"), true, Optional.empty())).isEqualTo(new Unknown());
    assertThat(judge(message("ada@mill.example"), true, Optional.of(InetAddress.ofLiteral(OURS))))
        .isEqualTo(new Aligned(Method.SPF));
  }

  @Test
  void neverAsksForWhoWrites() {
    dmarc("mill.example", "v=DMARC1; p=reject");
    server.text("mill.example", "v=spf1 exists:%{l}.%{d} exists:%{s} -all");
    client = STRANGE;
    assertThatCode(() -> judge(message("ada@mill.example"))).doesNotThrowAnyException();
    assertThat(server.asked()).isNotEmpty().noneMatch(asked -> asked.contains("ada"));
  }
}
