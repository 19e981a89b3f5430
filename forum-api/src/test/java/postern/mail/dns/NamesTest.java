package postern.mail.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  private final TestNameServer server = new TestNameServer();
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private final InstantSource clock = () -> now;
  private final Names names = new Names(server.setting(), clock, Duration.ofMillis(300));

  @AfterEach
  void close() {
    server.close();
  }

  private Lookups lookups() {
    return names.within(Duration.ofSeconds(5));
  }

  @Test
  void joinsTheStringsOfAText() {
    server.text("long.test", "a".repeat(450));
    assertThat(lookups().texts("long.test"))
        .isEqualTo(new Looked.Found<>(List.of("a".repeat(450))));
  }

  @Test
  void asksAgainByTcpWhenAnAnswerIsCutShort() {
    server.text("big.test", "b".repeat(3000));
    assertThat(lookups().texts("big.test"))
        .isEqualTo(new Looked.Found<>(List.of("b".repeat(3000))));
    assertThat(server.asked()).containsExactly("TXT big.test", "TXT big.test tcp");
  }

  @Test
  void followsAnAlias() throws Exception {
    server.put("www.x.test", "CNAME", "x.test.").put("x.test", "A", "192.0.2.1");
    assertThat(lookups().addresses("www.x.test", false))
        .isEqualTo(new Looked.Found<>(List.of(InetAddress.ofLiteral("192.0.2.1"))));
  }

  @Test
  void givesMailHostsByTheirWeight() {
    server.put("x.test", "MX", "20 b.test.").put("x.test", "MX", "10 a.test.");
    assertThat(lookups().mailHosts("x.test"))
        .isEqualTo(new Looked.Found<>(List.of("a.test", "b.test")));
  }

  @Test
  void tellsNothingFromNobody() {
    server.put("here.test", "A", "192.0.2.1").fails("broken.test").isSilentAbout("mute.test");
    assertThat(lookups().texts("here.test")).isInstanceOf(Looked.Nothing.class);
    assertThat(lookups().texts("nowhere.test")).isInstanceOf(Looked.Nothing.class);
    assertThat(lookups().texts("broken.test")).isInstanceOf(Looked.Away.class);
    assertThat(lookups().texts("mute.test")).isInstanceOf(Looked.Away.class);
  }

  @Test
  void asksTwiceBeforeItGivesUp() {
    server.fails("broken.test");
    lookups().texts("broken.test");
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void stopsAtTheDeadline() {
    server.goOut(true);
    var begun = System.nanoTime();
    var short_ = names.within(Duration.ofMillis(100));
    assertThat(short_.texts("a.test")).isInstanceOf(Looked.Away.class);
    assertThat(short_.texts("b.test")).isInstanceOf(Looked.Away.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    assertThat(server.asked()).noneMatch(question -> question.contains("b.test"));
  }

  @Test
  void remembersAnAnswerForAsLongAsItAllows() {
    server.text("x.test", "one");
    lookups().texts("x.test");
    lookups().texts("X.test");
    assertThat(server.asked()).hasSize(1);
    now = now.plusSeconds(301);
    lookups().texts("x.test");
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void remembersThatThereWasNothingForAMinuteAndTroubleNever() {
    server.fails("broken.test");
    lookups().texts("new.test");
    lookups().texts("new.test");
    assertThat(server.asked()).hasSize(1);
    now = now.plusSeconds(61);
    lookups().texts("new.test");
    lookups().texts("broken.test");
    lookups().texts("broken.test");
    assertThat(server.asked()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a..b", "a\\.b", "a b.test", "ä.test", "\0.test"})
  void asksForNothingThatIsNoName(String name) {
    assertThat(lookups().texts(name)).isInstanceOf(Looked.Nothing.class);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void readsTheSetting() {
    assertThat(NameServer.parse("")).isEqualTo(new NameServer.OfSystem());
    assertThat(NameServer.parse("192.0.2.53:5353").addresses())
        .containsExactly(new java.net.InetSocketAddress(InetAddress.ofLiteral("192.0.2.53"), 5353));
    assertThat(NameServer.parse("[2001:db8::53]:53").addresses()).hasSize(1);
    assertThat(NameServer.parse("localhost:53").addresses().getFirst().getAddress())
        .isEqualTo(InetAddress.getLoopbackAddress());
    for (var wrong : List.of("192.0.2.53", "resolver.test:53", "2001:db8::53:x", ":53")) {
      assertThatThrownBy(() -> NameServer.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
