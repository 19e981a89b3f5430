package postern.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import postern.kernel.MemberId;
import postern.kernel.Role;
import postern.kernel.Username;
import postern.threads.MarkdownLimits;
import postern.threads.Renderer;
import postern.threads.Rendering;
import postern.threads.SafeHtml;

/** Made-up people and moments for pages that are looked at, not asked for. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-11-23T15:04:00Z");
  public static final String ASSETS = Assets.read().base();
  public static final Site SITE =
      new Site(
          "Orchard Talk",
          "https://orchard.example",
          ASSETS,
          Optional.of("/privacy#contact"),
          true,
          true);

  private Samples() {}

  public static MemberName ada() {
    return MemberName.member(new Username("ada"), Optional.of("Ada Quill"), Role.MODERATOR, 2);
  }

  public static MemberName ben() {
    return MemberName.member(new Username("ben"), 4);
  }

  public static MemberName chidi() {
    return MemberName.member(new Username("chidi-o"), Optional.of("Chidi"), Role.MEMBER, 3);
  }

  public static MemberName root() {
    return MemberName.member(new Username("mara"), Optional.of("Mara Voss"), Role.ADMINISTRATOR, 5);
  }

  public static MemberName longName() {
    return MemberName.member(
        new Username("bartholomew-the-very-patient-o"),
        Optional.of("Bartholomew of the Long Hedgerow and the Winding Northern Lane"),
        Role.MEMBER,
        6);
  }

  public static MemberName archived() {
    return MemberName.formerAuthor("Jean-Luc Hébert");
  }

  /** Markdown as the forum renders it; ada is the one member who can be meant. */
  public static SafeHtml html(String markdown) {
    var rendering = Renderer.of(MarkdownLimits.standard()).render(markdown, Samples::members);
    return ((Rendering.Rendered) rendering).html();
  }

  private static Map<Username, MemberId> members(Set<Username> names) {
    var ada = new Username("ada");
    return names.contains(ada) ? Map.of(ada, new MemberId(1)) : Map.of();
  }

  public static When ago(Duration time) {
    return When.of(NOW.minus(time), NOW);
  }

  public static Frame guest(String title, Section section, String path) {
    return new Frame(
        SITE,
        title,
        Optional.empty(),
        Optional.empty(),
        section,
        Optional.empty(),
        path,
        Optional.empty());
  }

  public static Frame member(String title, Section section, String path) {
    return signedIn(title, section, path, new Me(chidi(), 2, 3, false, false));
  }

  public static Frame staff(String title, Section section, String path) {
    return signedIn(title, section, path, new Me(root(), 0, 0, true, true));
  }

  private static Frame signedIn(String title, Section section, String path, Me me) {
    return new Frame(
        SITE,
        title,
        Optional.of(me),
        Optional.of("sample-token"),
        section,
        Optional.empty(),
        path,
        Optional.empty());
  }
}
