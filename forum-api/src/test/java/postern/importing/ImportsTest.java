package postern.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import postern.kernel.BoardId;
import postern.kernel.EmailAddress;
import postern.threads.House;

class ImportsTest {
  @TempDir private Path folder;

  private static House house;
  private static Imports imports;

  private BoardId board;
  private final List<Broken> broken = new ArrayList<>();

  @BeforeAll
  static void open() {
    house = new House(false);
    imports =
        new Imports(
            house.database,
            house.accounts.sources,
            house.accounts.vault,
            house.accounts.accounts.formerAuthors(),
            house.rooms.archives());
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void ownBoard() {
    board = house.board();
  }

  @Test
  void rebuildsThreadsWithDatesAndAuthors() throws IOException {
    var report =
        run(
            AnMbox.with()
                .message("tea", "Subject: Tea", "Black or green?")
                .message(
                    "green",
                    "Subject: Re: Tea\n"
                        + "In-Reply-To: <tea@mail.example>\n"
                        + "From: Ben Low <ben@box.example>\n"
                        + "Date: Wed, 1 Nov 2017 01:02:03 -0500",
                    "Green.")
                .message("other", "Subject: Milk", "Where?"));
    assertThat(report).isEqualTo(new ImportReport(3, 3, 0, 0, 3, 2, 2, 0));
    assertThat(posts())
        .extracting(Row::title, Row::number, Row::name, row -> row.body().strip(), Row::createdAt)
        .containsExactly(
            tuple("Tea", 1, "Ada Hill", "Black or green?", "2017-11-01T06:00:00Z"),
            tuple("Tea", 2, "Ben Low", "Green.", "2017-11-01T06:02:03Z"),
            tuple("Milk", 1, "Ada Hill", "Where?", "2017-11-01T06:01:00Z"));
    assertThat(vaultHas("ben@box.example")).isTrue();
  }

  @Test
  void runningTwiceAddsNothingAndDuplicatesAreCounted() throws IOException {
    var mbox =
        AnMbox.with()
            .message("tea", "Subject: Tea", "Black or green?")
            .message("tea", "Subject: Tea", "Black or green?")
            .message("", "Subject: No id\nDate: Wed, 1 Nov 2017 08:00:00 +0000", "One.")
            .message("", "Subject: No id\nDate: Wed, 1 Nov 2017 08:00:00 +0000", "One.");
    assertThat(run(mbox)).isEqualTo(new ImportReport(4, 2, 2, 0, 2, 2, 1, 0));
    assertThat(run(mbox)).isEqualTo(new ImportReport(4, 2, 2, 2, 0, 0, 0, 0));
    assertThat(posts()).hasSize(2);
  }

  @Test
  void aLaterArchiveGoesOnWithTheThreadsOfAnEarlierOne() throws IOException {
    run(AnMbox.with().message("tea", "Subject: Tea", "Black or green?"));
    var report =
        run(
            AnMbox.with()
                .message("x", "Subject: Re: Tea\nReferences: <tea@mail.example> <gone@x>", "Green")
                .message("y", "Subject: Re: Tea\nReferences: <gone@x>", "Black"));
    assertThat(report.threads()).isZero();
    assertThat(posts()).extracting(Row::title, Row::number).hasSize(3);
    assertThat(posts()).extracting(Row::thread).containsOnly(posts().getFirst().thread());
  }

  @Test
  void readsEveryCharsetAndEncodingAndPagesWithoutText() throws IOException {
    run(
        AnMbox.with()
            .message(
                "a",
                "Subject: =?iso-8859-1?Q?Caf=E9?=\nContent-Type: text/plain; charset=windows-1252\n"
                    + "Content-Transfer-Encoding: quoted-printable",
                "na=EFve =80 =\nend")
            .message(
                "b",
                "Subject: B\n"
                    + "Content-Type: text/plain; charset=utf-8\n"
                    + "Content-Transfer-Encoding: base64",
                "w4Rww6RsbA==")
            .message(
                "c",
                "Subject: C\nContent-Type: text/html; charset=utf-8",
                "<p>Seen <b>well</b></p><blockquote>old words</blockquote><p>ada@box.example</p>"));
    assertThat(posts())
        .extracting(Row::title, Row::body)
        .containsExactly(
            tuple("Café", "naïve € end"),
            tuple("B", "Äpäll"),
            tuple("C", "Seen well\n> old words\n«address hidden»"));
  }

  @Test
  void foldsQuotationsAndSignatures() throws IOException {
    run(
        AnMbox.with()
            .message(
                "a",
                "Subject: A",
                "On Monday Ben <ben@box.example> wrote:\n"
                    + "> Tea?\n\n"
                    + "Gladly.\n\n"
                    + "-- \n"
                    + "Ada Hill\n"
                    + "Hillside 3\n"));
    var post = posts().getFirst();
    assertThat(post.body())
        .isEqualTo(
            "> On Monday Ben <«address hidden»> wrote:\n"
                + "> Tea?\n"
                + "Gladly.\n"
                + "-- \n"
                + "Ada Hill\n"
                + "Hillside 3");
    assertThat(post.html())
        .containsSubsequence("<details", "Tea?", "Gladly.", "<details", "Hillside");
  }

  @Test
  void noAddressOfTheFileIsInPublicTables() throws IOException {
    run(
        AnMbox.with()
            .message(
                "a",
                "Subject: Mail ben@box.example\nTo: root@mailhost, Cy <cy@other.example>",
                """
                Ask cy@other.example, root at mailhost or look at forum.example.
                > mailto:ben@box.example
                -- \nada@box.example\
                """)
            .message(
                "b", "Subject: x\nFrom: \"ben@box.example\" <ben@box.example>", "ada@BOX.example")
            .message(
                "c", "Subject: x\nFrom: dee at box.example (Dee Moor)", "See dee%40box.example")
            .message(
                "d",
                "Subject: x\nContent-Type: text/plain; name=\"eve@box.example.txt\"\n"
                    + "Content-Disposition: attachment; filename=\"eve@box.example.txt\"",
                "File"));
    var all =
        String.join("\n", posts().stream().map(Row::all).toList())
            .toLowerCase(java.util.Locale.ROOT);
    assertThat(all)
        .doesNotContain("@")
        .doesNotContain(ownDomain())
        .doesNotContain("mailhost")
        .contains("look at forum.example");
    assertThat(posts()).extracting(Row::name).contains("former author", "Dee Moor");
  }

  @Test
  void manyNamesBehindOneAddressAreManyAuthorsWhomNobodyCanClaim() throws IOException {
    var report =
        run(
            AnMbox.with()
                .message("a", "Subject: a\nFrom: Ben Low <robot@hub.example>", "1")
                .message("b", "Subject: b\nFrom: Cy Moor <robot@hub.example>", "2")
                .message("c", "Subject: c\nFrom: Dee Fenn <robot@hub.example>", "3")
                .message("d", "Subject: d\nFrom: Ben Low <robot@hub.example>", "4")
                .message("e", "Subject: e\nFrom: Eve Rowe <eve@box.example>", "5")
                .message("f", "Subject: f\nFrom: eve <eve@box.example>", "6")
                .message("g", "Subject: g\nFrom: \"Rowe, Eve\" <eve@box.example>", "7"));
    assertThat(report.authors()).isEqualTo(4);
    assertThat(posts())
        .extracting(Row::name)
        .containsExactlyInAnyOrder(
            "Ben Low", "Cy Moor", "Dee Fenn", "Ben Low", "Eve Rowe", "Eve Rowe", "Eve Rowe");
  }

  @Test
  void aListThatWritesItselfIntoFromDoesNotHideTheWriter() throws IOException {
    run(
        AnMbox.with()
            .message(
                "a",
                "Subject: a\n"
                    + "From: Ben Low via dev <dev@lists.example>\n"
                    + "Reply-To: Ben <ben@box.example>\n"
                    + "List-Post: <mailto:dev@lists.example>",
                "1"));
    assertThat(posts()).extracting(Row::name).containsExactly("Ben Low");
    assertThat(vaultHas("ben@box.example")).isTrue();
  }

  @Test
  void impossibleDatesGiveWayToTheFirstHostAndTheFromLine() throws IOException {
    var received =
        "Received: by a.example; Thu, 2 Nov 2017 10:00:00 +0000\n"
            + "Received: from b.example by c.example; Wed, 1 Nov 2017 10:00:00 +0100\n";
    run(
        AnMbox.with()
            .message("a", received + "Subject: a\nDate: Thu, 1 Jan 1970 00:00:00 +0000", "1")
            .message("b", received + "Subject: b\nDate: Mon, 4 Mar 2097 00:00:00 +0000", "2")
            .message("c", received + "Subject: c\nDate: soon", "3")
            .message("d", "Subject: d\nDate: Sun, 31 Feb 2017 00:00:00 +0000", "4"));
    assertThat(posts())
        .extracting(Row::createdAt)
        .containsExactlyInAnyOrder(
            "2017-11-01T09:00:00Z",
            "2017-11-01T09:00:00Z",
            "2017-11-01T09:00:00Z",
            "2017-11-01T06:00:00Z");
  }

  @Test
  void aBrokenMessageIsToldWithItsPlaceAndTheRestGoesOn() throws IOException {
    var from = "From list@lists.example Wed Nov 01 06:00:00 2017\n";
    var report =
        run(
            AnMbox.with()
                .raw(from + "\n\n")
                .raw(from + "Subject: whose?\n\nMine\n\n")
                .raw(from + "From: a@box.example\n" + "X: y\n".repeat(600) + "\nz\n\n")
                .message("long", "Subject: long", "word word\n".repeat(60_000))
                .message("tea", "Subject: Tea", "Black or green?"));
    assertThat(report).isEqualTo(new ImportReport(5, 2, 0, 0, 1, 1, 1, 4));
    assertThat(broken)
        .extracting(one -> one.place().number(), Broken::reason)
        .containsExactly(
            tuple(1, Broken.Reason.NO_HEADER),
            tuple(2, Broken.Reason.NO_AUTHOR),
            tuple(3, Broken.Reason.TOO_MUCH),
            tuple(4, Broken.Reason.TEXT_TOO_LONG));
    assertThat(broken.get(1).place()).isEqualTo(new Place(2, 2L * from.length() + 2, 4));
    assertThat(posts()).hasSize(1);
  }

  @Test
  void refusesWhatIsNoMboxFile() throws IOException {
    var page = Files.writeString(folder.resolve("page.html"), "<html>\n");
    assertThatThrownBy(() -> imports.mbox(page, () -> board, new Heard()))
        .isInstanceOf(Imports.NotAnMbox.class);
  }

  private ImportReport run(AnMbox mbox) throws IOException {
    return imports.mbox(mbox.in(folder, ownDomain()), () -> board, new Heard());
  }

  // Each test has people and messages of its own on the shared database.
  private String ownDomain() {
    return "box" + board;
  }

  private boolean vaultHas(String text) {
    var address =
        EmailAddress.parse(text.replace("box.example", ownDomain() + ".example")).orElseThrow();
    return house.database.read(tx -> house.accounts.vault.find(tx, address)).isPresent();
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  private List<Row> posts() {
    return house.database.read(tx -> tx.dao(Public.class).posts(board));
  }

  public record Row(
      long thread, String title, int number, String name, String body, String html, Instant at) {
    String createdAt() {
      return at.toString();
    }

    String all() {
      return title + "\n" + name + "\n" + body + "\n" + html;
    }
  }

  interface Public {
    @SqlQuery(
        """
        select t.id as thread, t.title, p.number, m.display_name as name, p.body, p.html,
          p.created_at as at
        from posts p
        join threads t on t.id = p.thread_id
        join members m on m.id = p.author_id
        where t.board_id = :board
        order by p.thread_id, p.number
        """)
    @org.jdbi.v3.sqlobject.config.RegisterConstructorMapper(Row.class)
    List<Row> posts(BoardId board);
  }

  private final class Heard implements ImportProgress {
    @Override
    public void walked(long octets, long all) {}

    @Override
    public void imported(int messages, int all) {}

    @Override
    public void broken(Broken one) {
      broken.add(one);
    }
  }
}
