package postern.mail.spf;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.mail.spf.SpfResult.NEUTRAL;
import static postern.mail.spf.SpfResult.NONE;
import static postern.mail.spf.SpfResult.PASS;
import static postern.mail.spf.SpfResult.PERMERROR;
import static postern.mail.spf.SpfResult.TEMPERROR;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import postern.mail.dns.Names;
import postern.mail.dns.TestNameServer;

/** The zone is that of RFC 7208 appendix A, on a reserved name. */
class SenderPoliciesTest {
  private static final TestNameServer SERVER = new TestNameServer();

  @BeforeAll
  static void publish() {
    SERVER
        .put("example.com", "A", "192.0.2.10")
        .put("example.com", "A", "192.0.2.11")
        .put("example.com", "MX", "10 mail-a.example.com.")
        .put("example.com", "MX", "20 mail-b.example.com.")
        .put("amy.example.com", "A", "192.0.2.65")
        .put("bob.example.com", "A", "192.0.2.66")
        .put("mail-a.example.com", "A", "192.0.2.129")
        .put("mail-b.example.com", "A", "192.0.2.130")
        .put("mail-b.example.com", "AAAA", "2001:db8::130")
        .put("www.example.com", "CNAME", "example.com.")
        .put("mail-c.example.org", "A", "192.0.2.140")
        .put("example.org", "MX", "10 mail-c.example.org.")
        .put("10.2.0.192.in-addr.arpa", "PTR", "example.com.")
        .put("65.2.0.192.in-addr.arpa", "PTR", "amy.example.com.")
        .put("66.2.0.192.in-addr.arpa", "PTR", "liar.example.com.")
        .put("liar.example.com", "A", "198.51.100.1")
        .put("1.100.51.198.in-addr.arpa", "PTR", "notexample.com.")
        .put("notexample.com", "A", "198.51.100.1")
        .put("10.2.0.192.in-addr._spf.example.com", "A", "127.0.0.2")
        .put("192.0.2.10.ip.example.com", "A", "127.0.0.2")
        .put("mx.client.test.helo.example.com", "A", "127.0.0.2")
        .put("example.tried.rev.example.com", "A", "127.0.0.2")
        .put("p.amy.example.com.test", "A", "127.0.0.2")
        .put("p.unknown.test", "A", "127.0.0.2")
        .text("pass.test", "v=spf1 ip4:192.0.2.10 -all")
        .text("fail.test", "v=spf1 -all")
        .text("soft.test", "v=spf1 ~all")
        .text("neutral.test", "v=spf1 ?all")
        .text("silent.test", "v=spf1")
        .text("broken.test", "v=spf1 ip4:192.0.2.300 -all")
        .text("loop.test", "v=spf1 include:loop.test -all")
        .text("self.test", "v=spf1 redirect=self.test")
        .text("other.test", "v=spf10 -all")
        .text("other.test", "hello")
        .text("twice.test", "v=spf1 +all")
        .text("twice.test", "v=spf1 -all")
        .fails("away.test")
        .fails("_spf.away.test");
    for (int i = 1; i <= 11; i++) {
      SERVER.put("many.test", "MX", i + " m" + i + ".many.test.");
      SERVER.text("chain" + i + ".test", "v=spf1 include:chain" + (i + 1) + ".test ?all");
    }
    SERVER.text("chain12.test", "v=spf1 ?all");
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @AfterEach
  void clear() {
    SERVER.clear("tried.example.com");
  }

  private static SpfResult check(String domain, String ip) {
    var lookups =
        new Names(SERVER.setting(), InstantSource.system()).within(Duration.ofSeconds(20));
    return SenderPolicies.check(
        lookups, new SpfSender(InetAddress.ofLiteral(ip), domain, "mx.client.test"));
  }

  /** Of a host under {@code example.com} that publishes this. */
  private static SpfResult says(String policy, String ip) {
    SERVER.text("tried.example.com", policy);
    return check("tried.example.com", ip);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v=spf1 +all                                    | 192.0.2.129   | PASS
          v=spf1 a:example.com -all                      | 192.0.2.10    | PASS
          v=spf1 a:example.com -all                      | 192.0.2.65    | FAIL
          v=spf1 a:www.example.com -all                  | 192.0.2.11    | PASS
          v=spf1 a:example.org -all                      | 192.0.2.10    | FAIL
          v=spf1 mx:example.com -all                     | 192.0.2.129   | PASS
          v=spf1 mx:example.com -all                     | 192.0.2.10    | FAIL
          v=spf1 mx:example.com mx:example.org -all      | 192.0.2.140   | PASS
          v=spf1 mx:example.com/30 mx:example.org/30 -all | 192.0.2.131  | PASS
          v=spf1 mx:example.com/30 mx:example.org/30 -all | 192.0.2.132  | FAIL
          v=spf1 a:example.com/24 -all                   | 192.0.2.200   | PASS
          v=spf1 a:example.com/0 -all                    | 203.0.113.9   | PASS
          v=spf1 mx:example.com -all                     | 2001:db8::130 | PASS
          v=spf1 mx:example.com//64 -all                 | 2001:db8::9   | PASS
          v=spf1 mx:example.com/24//64 -all              | 2001:db8:1::9 | FAIL
          v=spf1 ip4:192.0.2.128/28 -all                 | 192.0.2.129   | PASS
          v=spf1 ip4:192.0.2.128/28 -all                 | 192.0.2.65    | FAIL
          v=spf1 ip4:192.0.2.128/28 -all                 | 2001:db8::130 | FAIL
          v=spf1 ip6:2001:db8::/32 -all                  | 2001:db8::130 | PASS
          v=spf1 ip6:2001:db8::/32 -all                  | 192.0.2.65    | FAIL
          V=SPF1 IP4:192.0.2.10 -ALL                     | 192.0.2.10    | PASS
          v=spf1   ip4:192.0.2.10    -all                | 192.0.2.10    | PASS
          v=spf1 ptr:example.com -all                    | 192.0.2.65    | PASS
          v=spf1 ptr:example.com -all                    | 192.0.2.66    | FAIL
          v=spf1 ptr:example.com -all                    | 198.51.100.1  | FAIL
          v=spf1 ptr:example.com -all                    | 203.0.113.7   | FAIL
          v=spf1 exists:%{ir}.%{v}._spf.example.com -all | 192.0.2.10    | PASS
          v=spf1 exists:%{ir}.%{v}._spf.example.com -all | 192.0.2.65    | FAIL
          v=spf1 exists:%{i}.ip.example.com -all         | 192.0.2.10    | PASS
          v=spf1 exists:%{h}.helo.example.com -all       | 192.0.2.9     | PASS
          v=spf1 exists:%{d2r}.rev.example.com -all      | 192.0.2.9     | PASS
          v=spf1 exists:%{o2r}.rev.example.com -all      | 192.0.2.9     | PASS
          v=spf1 exists:p.%{p}.test -all                 | 192.0.2.65    | PASS
          v=spf1 exists:p.%{p}.test -all                 | 192.0.2.66    | PASS
          v=spf1 a:%{d2} -all                            | 192.0.2.10    | PASS
          v=spf1 include:pass.test -all                  | 192.0.2.10    | PASS
          v=spf1 include:pass.test ~all                  | 192.0.2.65    | SOFTFAIL
          v=spf1 include:soft.test -all                  | 192.0.2.65    | FAIL
          v=spf1 include:neutral.test                    | 192.0.2.65    | NEUTRAL
          v=spf1 -include:pass.test +all                 | 192.0.2.10    | FAIL
          v=spf1 include:none.test -all                  | 192.0.2.10    | PERMERROR
          v=spf1 include:broken.test -all                | 192.0.2.10    | PERMERROR
          v=spf1 include:away.test -all                  | 192.0.2.10    | TEMPERROR
          v=spf1 a:away.test -all                        | 192.0.2.10    | TEMPERROR
          v=spf1 exists:_spf.away.test -all              | 192.0.2.10    | TEMPERROR
          v=spf1 redirect=pass.test                      | 192.0.2.10    | PASS
          v=spf1 redirect=pass.test                      | 192.0.2.65    | FAIL
          v=spf1 ?all redirect=pass.test                 | 192.0.2.65    | NEUTRAL
          v=spf1 redirect=none.test                      | 192.0.2.65    | PERMERROR
          v=spf1 redirect=fail.test exp=why.%{d} x=%{i}  | 192.0.2.65    | FAIL
          v=spf1 ip4:192.0.2.10                          | 192.0.2.65    | NEUTRAL
          """)
  void readsRecords(String policy, String ip, SpfResult expected) {
    assertThat(says(policy, ip)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=spf1 all:example.com",
        "v=spf1 al -all",
        "v=spf1 include -all",
        "v=spf1 exists -all",
        "v=spf1 ip4 -all",
        "v=spf1 ip4: -all",
        "v=spf1 ip4:192.0.2 -all",
        "v=spf1 ip4:192.0.2.1/33 -all",
        "v=spf1 ip4:192.0.2.1/024 -all",
        "v=spf1 ip4:192.0.2.1/+24 -all",
        "v=spf1 ip4:2001:db8::1 -all",
        "v=spf1 ip6:192.0.2.1 -all",
        "v=spf1 ip6:2001:db8::/129 -all",
        "v=spf1 ip6:2001:db8::g -all",
        "v=spf1 ip4:mail.example.com -all",
        "v=spf1 a/33 -all",
        "v=spf1 a:/24 -all",
        "v=spf1 a:example.com/ -all",
        "v=spf1 a//129 -all",
        "v=spf1 a:example -all",
        "v=spf1 a:192.0.2.1 -all",
        "v=spf1 a:%{x}.test -all",
        "v=spf1 a:%{d0}.test -all",
        "v=spf1 a:%{c}.test -all",
        "v=spf1 a:%d.test -all",
        "v=spf1 a:%{d -all",
        "v=spf1 ++all",
        "v=spf1 - -all",
        "v=spf1 redirect=a.test redirect=b.test",
        "v=spf1 exp=a.test exp=b.test -all",
        "v=spf1 redirect= -all",
        "v=spf1 x=%{z} -all",
        "v=spf1 a,mx -all"
      })
  void aWrongTermMakesTheWholeRecordWrong(String policy) {
    assertThat(says(policy.replace("v=spf1 ", "v=spf1 ip4:203.0.113.0/24 "), "203.0.113.9"))
        .isEqualTo(PERMERROR);
  }

  @Test
  void whatIsNoDomainOrPublishesNothingSaysNothing() {
    assertThat(check("none.test", "192.0.2.10")).isEqualTo(NONE);
    assertThat(check("localhost", "192.0.2.10")).isEqualTo(NONE);
    assertThat(check("a..test", "192.0.2.10")).isEqualTo(NONE);
    assertThat(check("[192.0.2.1]", "192.0.2.10")).isEqualTo(NONE);
    assertThat(check("other.test", "192.0.2.10")).isEqualTo(NONE);
    assertThat(check("silent.test", "192.0.2.10")).isEqualTo(NEUTRAL);
  }

  @Test
  void twoRecordsAreAnError() {
    assertThat(check("twice.test", "192.0.2.10")).isEqualTo(PERMERROR);
  }

  @Test
  void troubleIsTemporary() {
    assertThat(check("away.test", "192.0.2.10")).isEqualTo(TEMPERROR);
  }

  @Test
  void tenTermsMayAskAndNoMore() {
    assertThat(check("chain2.test", "192.0.2.10")).isEqualTo(NEUTRAL);
    assertThat(check("chain1.test", "192.0.2.10")).isEqualTo(PERMERROR);
    assertThat(check("loop.test", "192.0.2.10")).isEqualTo(PERMERROR);
    assertThat(check("self.test", "192.0.2.10")).isEqualTo(PERMERROR);
  }

  @Test
  void twoMayFindNothingAndNoMore() {
    assertThat(says("v=spf1 a:n1.test mx:n2.test ip4:192.0.2.10 -all", "192.0.2.10"))
        .isEqualTo(PASS);
    SERVER.clear("tried.example.com");
    assertThat(says("v=spf1 a:n1.test mx:n2.test exists:n3.test ip4:192.0.2.10 -all", "192.0.2.10"))
        .isEqualTo(PERMERROR);
  }

  @Test
  void tenMailHostsAreEnough() {
    assertThat(says("v=spf1 mx:many.test -all", "192.0.2.10")).isEqualTo(PERMERROR);
  }

  /** The letters l and s would tell every resolver on the way who writes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=spf1 exists:%{l}._u.example.com -all",
        "v=spf1 exists:%{s}.example.com -all",
        "v=spf1 a:%{L1r-}.example.com -all",
        "v=spf1 redirect=%{l}.example.com"
      })
  void tellsNoNameServerWhoWrites(String policy) {
    assertThat(says(policy, "192.0.2.10")).isEqualTo(NEUTRAL);
  }

  @Test
  void whatStandsBeforeSuchATermStillCounts() {
    assertThat(says("v=spf1 ip4:192.0.2.10 exists:%{l}.example.com -all", "192.0.2.10"))
        .isEqualTo(PASS);
  }

  @Test
  void spellsMacrosAsTheRfcDoes() throws Stopped {
    assertThat(expanded("%{d}")).isEqualTo("email.example.com");
    assertThat(expanded("%{d4}")).isEqualTo("email.example.com");
    assertThat(expanded("%{d2}")).isEqualTo("example.com");
    assertThat(expanded("%{d1}")).isEqualTo("com");
    assertThat(expanded("%{dr}")).isEqualTo("com.example.email");
    assertThat(expanded("%{d2r}")).isEqualTo("example.email");
    assertThat(expanded("%{l-}")).isEqualTo("strong.bad");
    assertThat(expanded("%{lr-}")).isEqualTo("bad.strong");
    assertThat(expanded("%{l1r-}")).isEqualTo("strong");
    assertThat(expanded("%{L}")).isEqualTo("strong-bad");
    assertThat(expanded("%{S}")).isEqualTo("strong-bad%40email.example.com");
    assertThat(expanded("a%%%-.test")).isEqualTo("a%%20.test");
  }

  @Test
  void dropsLabelsFromTheLeftOfATooLongName() throws Stopped {
    var name = MacroText.any(("a".repeat(50) + ".").repeat(6) + "end.test").name(_ -> "");
    assertThat(name).hasSizeLessThanOrEqualTo(253).endsWith("end.test").startsWith("aaa");
  }

  @Test
  void aTermWithoutEndIsRefusedBeforeItIsRead() {
    assertThat(says("v=spf1 x=" + "%{d}".repeat(15_000) + " -all", "192.0.2.10"))
        .isEqualTo(PERMERROR);
  }

  private static String expanded(String text) throws Stopped {
    return MacroText.any(text)
        .name(
            letter ->
                switch (letter) {
                  case 'd' -> "email.example.com";
                  case 'l' -> "strong-bad";
                  default -> "strong-bad@email.example.com";
                });
  }
}
