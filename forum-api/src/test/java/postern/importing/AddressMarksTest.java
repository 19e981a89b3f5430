package postern.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import postern.kernel.EmailAddress;

class AddressMarksTest {
  private static final String MARK = AddressMarks.MARK;

  private final AddressMarks marks =
      new AddressMarks(
          Stream.of("root@mailhost", "look@forum.example", "ada@box.example")
              .flatMap(text -> EmailAddress.parse(text).stream())
              .collect(Collectors.toSet()));

  @Test
  void hidesAddressesInTheSpellingsOfPeopleAndArchives() {
    for (var spelt :
        List.of(
            "ben@mail.example.org",
            "BEN.Smith+list@Example.ORG",
            "mailto:ben@example.org",
            "ben at example.org",
            "ben AT example DOT org",
            "ben (at) example.org",
            "ben[at]example[dot]org",
            "ben(a)example.org",
            "ben @ example.org",
            "ben&#64;example.org",
            "ben%40example.org",
            "be\u200bn@exam\u200bple.org",
            "ben@[192.0.2.7]",
            "ben@192.0.2.7",
            "jörg@bücher.example",
            "list-return-17-ben=example.org@lists.example.org",
            "o'brien@example.org",
            "root@mailhost",
            "look at forum.example",
            "ada=box.example")) {
      assertThat(marks.hide("Write to " + spelt + " today"))
          .as(spelt)
          .isEqualTo("Write to " + MARK + " today");
      assertThat(marks.hide("<" + spelt + ">")).as(spelt).isEqualTo("<" + MARK + ">");
    }
  }

  @Test
  void hidesAddressesThatAQuotationOrALinkBroke() {
    assertThat(marks.hide("> On Monday Ben <ben@\n> example.org> wrote:"))
        .isEqualTo("> On Monday Ben <" + MARK + "> wrote:");
    assertThat(marks.hide("https://safe.example/?url=mailto%3Aben%40example.org&data=02"))
        .doesNotContain("ben");
    assertThat(marks.hide("'ben@example.org' and *cy@example.org*"))
        .isEqualTo("'" + MARK + "' and *" + MARK + "*")
        .doesNotContain("example");
  }

  @Test
  void leavesWhatIsNoAddress() {
    for (var text :
        List.of(
            "look at pom.xml and at example.org",
            "the site is hosted at www.example.org/docs",
            "see it at example.org",
            "caused by text\n\tat org.example.Main.run(Main.java:17)",
            "IllegalStateException at org.example.Main.run(Main.java:17)",
            "failed at com.example.Main",
            "@Override public int hash() { return a@b; }",
            "left-pad@1.0.0 and plugin@3.5",
            "Object@1a2b3c",
            "at 10:15 at home",
            "f(a) b.com",
            "x = y.z; map[at] = 1",
            "someone@somewhere")) {
      assertThat(marks.hide(text)).isEqualTo(text);
    }
  }

  @Test
  void takesAnAddressOutOfAName() {
    assertThat(marks.without("Ben (ben@example.org)")).isEqualTo("Ben");
    assertThat(marks.without("ben@example.org")).isEmpty();
    assertThat(marks.without("Ben Smith")).isEqualTo("Ben Smith");
  }

  @Test
  void findsTheAddressesOfAHeader() {
    assertThat(AddressMarks.in("Ben <ben@example.org>, root@mailhost; (x)"))
        .isEqualTo(
            Set.of(
                EmailAddress.parse("ben@example.org").orElseThrow(),
                EmailAddress.parse("root@mailhost").orElseThrow()));
  }

  @Test
  void aLongTextWithoutAddressesIsQuick() {
    var text = "a.b-c_d ".repeat(20_000) + "x".repeat(100_000) + " at ".repeat(20_000);
    long start = System.nanoTime();
    assertThat(marks.hide(text)).isEqualTo(text);
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
  }
}
