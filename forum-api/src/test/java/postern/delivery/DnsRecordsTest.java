package postern.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Master;
import org.xbill.DNS.TXTRecord;
import postern.mail.dkim.DkimAlgorithm;

class DnsRecordsTest {
  @TempDir private Path folder;

  @Test
  void anotherReaderOfZoneFilesReadsTheSameRecords() throws Exception {
    var keys =
        SigningKeys.open(
            folder.resolve("dkim.properties"),
            List.of(DkimAlgorithm.RSA_SHA256, DkimAlgorithm.ED25519_SHA256),
            "members.example.org",
            Instant::now);
    var records =
        new DnsRecords("members.example.org", "mx.example.org", "a:relay.example.org", keys.all());
    var zone = String.join("\n", records.all().stream().map(DnsRecords.Entry::line).toList());
    var master = new Master(new java.io.ByteArrayInputStream((zone + "\n").getBytes()));
    int read = 0;
    for (var each = master.nextRecord(); each != null; each = master.nextRecord()) {
      var expected = records.all().get(read++);
      assertThat(each.getName().toString()).isEqualTo(expected.name() + ".");
      var value =
          each instanceof TXTRecord text
              ? String.join("", text.getStrings())
              : each.rdataToString();
      assertThat(value).isEqualTo(expected.value());
    }
    assertThat(read).isEqualTo(records.all().size()).isEqualTo(7);
    assertThat(Pattern.compile("\"[^\"]{256,}\"").matcher(zone).find()).isFalse();
  }

  @Test
  void anotherPolicyHasAnotherId() {
    var one = new DnsRecords("m.example.org", "mx.example.org", "mx", List.of());
    var other = new DnsRecords("m.example.org", "mx2.example.org", "mx", List.of());
    assertThat(one.mtaSts().value()).isNotEqualTo(other.mtaSts().value());
  }
}
