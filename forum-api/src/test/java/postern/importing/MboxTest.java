package postern.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MboxTest {
  private static final String FROM = "From ada@example.org Wed Nov 01 06:04:53 2017\n";

  @TempDir private Path folder;

  @Test
  void findsMessagesWithTheirPlaceAndDate() throws IOException {
    var found = scan(FROM + "Subject: a\n\none\n\n" + FROM + "Subject: b\n\ntwo\n");
    assertThat(found.messages).containsExactly("Subject: a\n\none\n", "Subject: b\n\ntwo\n");
    assertThat(found.headers).containsExactly("Subject: a\n\n", "Subject: b\n\n");
    assertThat(found.entries)
        .extracting(MboxEntry::place)
        .containsExactly(new Place(1, FROM.length(), 1), new Place(2, FROM.length() * 2 + 17, 6));
    assertThat(found.entries.getFirst().delivered())
        .contains(Instant.parse("2017-11-01T06:04:53Z"));
    assertThat(found.clean).isTrue();
  }

  @Test
  void readsLinesThatEndInCrLf() throws IOException {
    var found =
        scan((FROM + "Subject: a\n\none\n\n" + FROM + "Subject: b\n\n").replace("\n", "\r\n"));
    assertThat(found.messages).containsExactly("Subject: a\r\n\r\none\r\n", "Subject: b\r\n");
  }

  @Test
  void givesBackOneMarkOfQuotedFromLines() throws IOException {
    var found =
        scan(
            FROM
                + "Subject: a\n\n>From here\n>>From there\n> From quoted\n>Fromage\n\n"
                + FROM
                + "X: y\n");
    assertThat(found.messages.getFirst())
        .isEqualTo("Subject: a\n\nFrom here\n>From there\n> From quoted\n>Fromage\n");
  }

  @Test
  void aFromLineNeedsAnEmptyLineBeforeItAndADate() throws IOException {
    var found =
        scan(
            FROM
                + "Subject: a\n\nquoted:\n"
                + FROM
                + "more\n\nFrom today on, all is well.\n\nFrom 10:15 to 2017\n");
    assertThat(found.messages).hasSize(1);
  }

  @Test
  void acceptsTheFormsThatProgramsWrite() throws IOException {
    for (var line :
        List.of(
            "From - Wed Nov  1 06:04:53 2017",
            "From ada at example.org  Wed Nov  1 06:04:53 2017",
            "From ada@example.org Wed Nov 01 06:04:53 2017 +0000",
            "From ada@example.org Wed Nov 01 08:04:53 +0200 2017",
            "From nobody Wed Nov  1 06:04:53 UTC 2017")) {
      assertThat(FromLine.is(line)).as(line).isTrue();
      assertThat(FromLine.date(line)).as(line).contains(Instant.parse("2017-11-01T06:04:53Z"));
    }
    assertThat(FromLine.date("From a Wed Nov 31 06:04:53 2017")).isEmpty();
    assertThat(FromLine.date("From a Wed Nov 01 06:04:53 2017 +9900")).isEmpty();
  }

  @Test
  void saysWhenTextStandsBeforeTheFirstMessage() throws IOException {
    assertThat(scan("<html>\n\n" + FROM + "Subject: a\n\none\n").clean).isFalse();
    assertThat(scan("").clean).isTrue();
    assertThat(scan("\n\n" + FROM + "Subject: a\n\none\n").clean).isTrue();
  }

  @Test
  void holdsNoMoreOfAHeaderThanItsLimit() throws IOException {
    var header = "Subject: " + "x".repeat(500_000) + "\n\n";
    var headers = new ArrayList<byte[]>();
    var lengths = new ArrayList<Long>();
    MboxScan.read(
        new ByteArrayInputStream((FROM + header + "body\n").getBytes(StandardCharsets.UTF_8)),
        1000,
        (entry, octets) -> {
          headers.add(octets);
          lengths.add(entry.length());
        });
    assertThat(headers.getFirst()).hasSize(1000);
    assertThat(lengths).containsExactly(header.length() + 5L);
  }

  @Test
  void emptyMessagesAreFoundToo() throws IOException {
    var found = scan(FROM + "\n" + FROM + "Subject: b\n\ntwo");
    assertThat(found.messages).containsExactly("", "Subject: b\n\ntwo");
  }

  private Found scan(String text) throws IOException {
    var path = folder.resolve("test.mbox");
    Files.writeString(path, text, StandardCharsets.ISO_8859_1);
    var found = new Found();
    try (var file = MboxFile.open(path)) {
      found.clean =
          file.scan(
              4096,
              (entry, header) -> {
                found.entries.add(entry);
                found.headers.add(new String(header, StandardCharsets.ISO_8859_1));
              });
      for (var entry : found.entries) {
        found.messages.add(new String(file.message(entry), StandardCharsets.ISO_8859_1));
      }
    }
    return found;
  }

  private static final class Found {
    private final List<MboxEntry> entries = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private boolean clean;
  }
}
