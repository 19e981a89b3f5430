package postern.mail.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postern.mail.dmarc.DomainPolicy.Wish;
import postern.mail.dns.Names;
import postern.mail.dns.TestNameServer;

class DomainPoliciesTest {
  private final TestNameServer server = new TestNameServer();

  @AfterEach
  void close() {
    server.close();
  }

  private DomainPolicies.Found find(String domain) {
    var names = new Names(server.setting(), InstantSource.system());
    return DomainPolicies.find(names.within(Duration.ofSeconds(10)), domain);
  }

  @ParameterizedTest
  @CsvSource({
    "example.com,example.com",
    "a.b.example.com,example.com",
    "post.example.co.uk,example.co.uk",
    "co.uk,co.uk",
    "com,com",
    "ada.github.io,ada.github.io",
    "x.ada.github.io,ada.github.io",
    "a.b.kobe.jp,a.b.kobe.jp",
    "x.city.kobe.jp,city.kobe.jp",
    "a.xn--85x722f.xn--55qx5d.cn,xn--85x722f.xn--55qx5d.cn",
    "post.mill.example,mill.example",
    "mill.example,mill.example",
    "localhost,localhost",
    "_x.y,_x.y"
  })
  void knowsWhatSomebodyRegistered(String domain, String organization) {
    assertThat(OrganizationalDomain.of(domain)).isEqualTo(organization);
  }

  @Test
  void neighboursUnderAPublicSuffixAreStrangers() {
    assertThat(OrganizationalDomain.same("ada.github.io", "eve.github.io")).isFalse();
    assertThat(OrganizationalDomain.same("github.io", "eve.github.io")).isFalse();
    assertThat(OrganizationalDomain.same("a.mill.example", "b.mill.example")).isTrue();
    assertThat(OrganizationalDomain.same("mill.example", "windmill.example")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=DMARC1; p=reject|REJECT|false|false",
        "v=DMARC1;p=quarantine;adkim=s;aspf=s|QUARANTINE|true|true",
        "v = DMARC1 ; P = Reject ; adkim = S|REJECT|true|false",
        "v=DMARC1; p=none; rua=mailto:x@mill.example|NONE|false|false",
        "v=DMARC1|NONE|false|false",
        "v=DMARC1; p=nonsense|NONE|false|false",
        "v=DMARC1; p=reject; sp=none|REJECT|false|false",
        "v=DMARC1; p=reject; pct=0|QUARANTINE|false|false",
        "v=DMARC1; p=quarantine; pct=0|NONE|false|false",
        "v=DMARC1; p=reject; pct=10|REJECT|false|false",
        "v=DMARC1; p=reject; t=y|QUARANTINE|false|false",
        "v=DMARC1; p=reject; psd=n; np=reject; ;;|REJECT|false|false"
      })
  void readsARecord(String record, Wish wish, boolean strictDkim, boolean strictSpf) {
    server.text("_dmarc.mill.example", record);
    assertThat(find("mill.example"))
        .isEqualTo(new DomainPolicies.Published(new DomainPolicy(wish, strictDkim, strictSpf)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=DMARC1; p=reject|REJECT",
        "v=DMARC1; p=none; sp=reject|REJECT",
        "v=DMARC1; p=reject; sp=none|NONE"
      })
  void belowTheOrganizationItsWordForSubdomainsHolds(String record, Wish wish) {
    server.text("_dmarc.mill.example", record);
    assertThat(find("a.post.mill.example"))
        .isEqualTo(new DomainPolicies.Published(new DomainPolicy(wish, false, false)));
  }

  @Test
  void aSubdomainsOwnRecordGoesFirst() {
    server.text("_dmarc.mill.example", "v=DMARC1; p=reject");
    server.text("_dmarc.post.mill.example", "v=DMARC1; p=none");
    assertThat(find("post.mill.example"))
        .isEqualTo(new DomainPolicies.Published(new DomainPolicy(Wish.NONE, false, false)));
  }

  @Test
  void twoRecordsOrOtherTextsAreNone() {
    server.text("_dmarc.mill.example", "v=DMARC1; p=reject");
    server.text("_dmarc.mill.example", "v=DMARC1; p=none");
    server.text("_dmarc.harbour.example", "v=DMARC12; p=reject");
    server.text("_dmarc.harbour.example", "p=reject; v=DMARC1");
    assertThat(find("mill.example")).isEqualTo(new DomainPolicies.Unpublished());
    assertThat(find("harbour.example")).isEqualTo(new DomainPolicies.Unpublished());
    assertThat(find("nowhere.example")).isEqualTo(new DomainPolicies.Unpublished());
  }

  @Test
  void silenceIsNoAnswer() {
    server.fails("_dmarc.mill.example");
    assertThat(find("mill.example")).isEqualTo(new DomainPolicies.Away());
    assertThat(find("post.mill.example")).isEqualTo(new DomainPolicies.Away());
  }
}
