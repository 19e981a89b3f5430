package postern.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.mail.smtp.Receiver.receiver;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XforwardTest {
  private static final String TEXT = "Subject: hello\r\n\r\nA letter";

  @Test
  void isHiddenFromAndRefusedToStrangers() throws Exception {
    try (var receiver = receiver().start();
        var peer = new RawPeer(receiver.port())) {
      peer.expect(220);
      assertThat(peer.say("EHLO client.example").reply())
          .noneMatch(line -> line.contains("XFORWARD"));
      peer.say("XFORWARD ADDR=192.0.2.7").expect("550 5.7.1");
      peer.message("bo", TEXT).expect(250);
      var session = receiver.delivered.getFirst().envelope().session();
      assertThat(session.trusted()).isFalse();
      assertThat(session.client()).contains(InetAddress.getLoopbackAddress());
    }
  }

  @Test
  void tellsTheClientOfOneTransaction() throws Exception {
    try (var receiver = receiver().trustingLoopback().start();
        var peer = new RawPeer(receiver.port())) {
      peer.expect(220);
      assertThat(peer.say("EHLO relay.example").reply())
          .endsWith("250 XFORWARD NAME ADDR PORT PROTO HELO IDENT SOURCE");
      peer.say("XFORWARD NAME=mail.example.org ADDR=192.0.2.7 PORT=4711 PROTO=ESMTP").expect(250);
      peer.say("XFORWARD HELO=mail+2Eexample.org IDENT=4F+20A SOURCE=REMOTE").expect(250);
      peer.message("bo", TEXT).expect(250);
      peer.message("bo", TEXT).expect(250);
      peer.say("XFORWARD ADDR=IPV6:2001:db8::7 NAME=[UNAVAILABLE]").expect(250);
      peer.message("bo", TEXT).expect(250);
      peer.say("XFORWARD ADDR=[UNAVAILABLE] HELO=[UNAVAILABLE] SOURCE=LOCAL").expect(250);
      peer.message("bo", TEXT).expect(250);

      var sessions = receiver.delivered.stream().map(d -> d.envelope().session()).toList();
      assertThat(sessions).allMatch(SmtpSession::trusted);
      assertThat(sessions.get(0).client()).contains(InetAddress.ofLiteral("192.0.2.7"));
      assertThat(sessions.get(0).clientName()).contains("mail.example.org");
      assertThat(sessions.get(0).helo()).isEqualTo("mail.example.org");
      assertThat(sessions.get(1).client()).contains(InetAddress.getLoopbackAddress());
      assertThat(sessions.get(1).helo()).isEqualTo("relay.example");
      assertThat(sessions.get(2).client()).contains(InetAddress.ofLiteral("2001:db8::7"));
      assertThat(sessions.get(2).clientName()).isEmpty();
      assertThat(sessions.get(3).client()).isEmpty();
      assertThat(receiver.asked.getFirst().client()).contains(InetAddress.ofLiteral("192.0.2.7"));
    }
  }

  @Test
  void isNoAuthority() throws Exception {
    try (var receiver = receiver().trustingLoopback().start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.say("XFORWARD ADDR=127.0.0.1").expect(250);
      peer.say("MAIL FROM:<ada@example.org>").expect(250);
      peer.say("RCPT TO:<bo@elsewhere.example>").expect("550 5.7.1");
      peer.say("XFORWARD ADDR=192.0.2.7").expect("503 5.5.1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ADDR",
        "ADDR=",
        "ADDR=host.example",
        "ADDR=IPV6:nonsense",
        "USER=ada",
        "NAME=a=b",
        "HELO=x+0D+0AMAIL",
        "HELO=x+00",
        "HELO=x+C2+85",
        "HELO=x+FF",
        "HELO=x+2",
        "HELO=x+ZZ",
        "ADDR=1",
        "NAME=a ADDR=nonsense",
      })
  void refusesWhatItCannotRead(String attributes) throws Exception {
    try (var receiver = receiver().trustingLoopback().start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.say("XFORWARD " + attributes).expect("501 5.5.4");
      peer.message("bo", TEXT).expect(250);
      assertThat(receiver.delivered.getFirst().envelope().session().clientName()).isEmpty();
    }
  }

  @Test
  void networksAreReadWithoutAskingANameServer() throws Exception {
    assertThat(Network.parse("example.org")).isEmpty();
    assertThat(Network.parse("10/8")).isEmpty();
    assertThat(Network.parse("192.0.2.0/33")).isEmpty();
    assertThat(Network.parse("192.0.2.0/x")).isEmpty();
    var net = Network.parse("192.0.2.128/25").orElseThrow();
    assertThat(net.contains(InetAddress.ofLiteral("192.0.2.200"))).isTrue();
    assertThat(net.contains(InetAddress.ofLiteral("192.0.2.100"))).isFalse();
    assertThat(net.contains(InetAddress.ofLiteral("2001:db8::1"))).isFalse();
    var six = Network.parse("2001:db8::/32").orElseThrow();
    assertThat(six.contains(InetAddress.ofLiteral("2001:db8:ffff::1"))).isTrue();
    assertThat(six.contains(InetAddress.ofLiteral("2001:db9::1"))).isFalse();
    assertThat(
            Network.parse("::ffff:192.0.2.7")
                .orElseThrow()
                .contains(InetAddress.ofLiteral("192.0.2.7")))
        .isTrue();
  }
}
