package postern.web.members;

import static postern.web.Samples.ada;
import static postern.web.Samples.ago;
import static postern.web.Samples.chidi;
import static postern.web.Samples.longName;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import postern.web.Count;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.Postern;
import postern.web.Samples;
import postern.web.Section;
import postern.web.WhyNot;
import postern.web.boards.BoardLink;
import postern.web.boards.ListLink;

/** The pages of this room with made-up content. */
public final class MembersSamples {
  private MembersSamples() {}

  public static Map<String, PageModel> all() {
    return Map.of(
        "member-closed",
        closed(),
        "member-open",
        open(),
        "member-own",
        own(),
        "member-guest",
        guest());
  }

  private static MemberPage closed() {
    return new MemberPage(
        Samples.member("Ada Quill", Section.NONE, "/m/ada"),
        ada(),
        "ada",
        ago(Duration.ofDays(400)),
        Count.posts(1204),
        Optional.empty(),
        Postern.closed(
            "ada does not show her address. You can write to her; she will not see yours either."),
        Optional.empty(),
        Optional.empty(),
        Optional.of("/m/ada/letter"),
        Optional.empty(),
        false,
        Optional.of("/m/ada/sanctions"),
        views(),
        written(),
        List.of(),
        Pager.byKey(Optional.empty(), Optional.of("/m/ada?after=3")));
  }

  private static MemberPage open() {
    return new MemberPage(
        Samples.member("Ada Quill", Section.NONE, "/m/ada"),
        ada(),
        "ada",
        ago(Duration.ofDays(400)),
        Count.posts(1204),
        Optional.of("Silenced until 1 December 2026: reads, but cannot write."),
        Postern.open(
            "ada shows you this address. If you write to it from your own mail program, ada sees"
                + " yours."),
        Optional.of("a.rather.long.local.part.of.an.address@mail.orchard-keepers.example"),
        Optional.of(ago(Duration.ofDays(12))),
        Optional.of("/m/ada/letter"),
        Optional.empty(),
        false,
        Optional.empty(),
        views(),
        written(),
        List.of(),
        Pager.none());
  }

  private static MemberPage own() {
    return new MemberPage(
        Samples.member("Chidi", Section.NONE, "/m/chidi-o"),
        chidi(),
        "chidi-o",
        ago(Duration.ofDays(2)),
        Count.posts(0),
        Optional.empty(),
        Postern.closed("Nobody sees your address."),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        Optional.empty(),
        views(),
        List.of(),
        List.of(),
        Pager.none());
  }

  private static MemberPage guest() {
    return new MemberPage(
        Samples.guest("Bartholomew", Section.NONE, "/m/bartholomew-the-very-patient-o"),
        longName(),
        "bartholomew-the-very-patient-o",
        ago(Duration.ofDays(90)),
        Count.posts(1),
        Optional.empty(),
        Postern.closed("Visitors see no addresses."),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(WhyNot.signIn("/m/bartholomew-the-very-patient-o", "to write a letter.")),
        false,
        Optional.empty(),
        views(),
        written().subList(0, 1),
        List.of(),
        Pager.none());
  }

  private static List<ListLink> views() {
    return List.of(
        new ListLink("Posts", "/m/ada", true),
        new ListLink("Threads started", "/m/ada?show=threads", false));
  }

  private static List<MemberPage.Written> written() {
    var garden = new BoardLink("The garden", "/b/1/the-garden");
    return List.of(
        new MemberPage.Written(
            "Canker on a young Cox: cut now or wait for frost?",
            "/p/101",
            garden,
            "The tree is four years old, on MM106, and has sunken bark on two of the lower"
                + " branches. I have read the usual",
            ago(Duration.ofDays(40)),
            true),
        new MemberPage.Written(
            "Who has room for two beehives near Lindow",
            "/p/102",
            garden,
            "We do, behind the shed.",
            ago(Duration.ofDays(41)),
            false));
  }
}
