package postern.web.settings;

import static postern.web.Samples.ada;
import static postern.web.Samples.ago;
import static postern.web.Samples.chidi;
import static postern.web.Samples.longName;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import postern.notices.NoticeRules;
import postern.web.Choice;
import postern.web.Count;
import postern.web.Field;
import postern.web.Flash;
import postern.web.Frame;
import postern.web.PageModel;
import postern.web.Samples;
import postern.web.Section;

/** The pages of this room with made-up content. */
public final class SettingsSamples {
  private SettingsSamples() {}

  public static Map<String, PageModel> all() {
    var all =
        new HashMap<String, PageModel>(
            Map.of(
                "settings-profile", profile(),
                "settings-address", address(false),
                "settings-address-open", address(true),
                "settings-letters",
                    new LettersSettingsPage(
                        frame("Letters"),
                        LettersSettingsPage.options("everyone"),
                        true,
                        "chidi-o@members.orchard.example"),
                "settings-security", security(),
                "settings-devices", devices(),
                "settings-tokens", tokens(),
                "settings-feeds",
                    new FeedsPage(
                        frame("Feeds"),
                        Optional.of(
                            "https://orchard.example/feeds/kykxvptzxegrq3wxaeaz5m357hrebcje/latest.atom"),
                        Optional.of(ago(Duration.ofMinutes(1)))),
                "settings-claims", claims(),
                "settings-claims-none", new ClaimsPage(frame("Old posts"), "chidi-o", List.of())));
    all.put(
        "settings-notices",
        NoticesSettingsPage.of(frame("Notices"), NoticeRules.DEFAULT, "30 minutes"));
    return all;
  }

  private static Frame frame(String title) {
    return Samples.member(title, Section.SETTINGS, "/settings/profile");
  }

  private static ProfilePage profile() {
    return new ProfilePage(
        frame("Profile").saying(Flash.done("Saved.")),
        "chidi-o",
        chidi().avatar(),
        Field.of("display_name", "Chidi"),
        Field.empty("job_title"),
        Field.of("postal_address", "Orchard Lane 4\nLindow"),
        Field.of("phone", "12").refused("A phone number has at least five digits."));
  }

  private static AddressPage address(boolean open) {
    return new AddressPage(
        frame("My address"),
        "chidi@home.example",
        ago(Duration.ofDays(80)),
        open
            ? Optional.of("A new address waits for you to open the link that was sent there.")
            : Optional.empty(),
        open
            ? List.of(new AddressPage.Other("7", "chidi@work.example", ago(Duration.ofDays(200))))
            : List.of(),
        open,
        open
            ? List.of(
                new AddressPage.Named(ada(), "ada", ago(Duration.ofDays(3))),
                new AddressPage.Named(
                    longName(), "bartholomew-the-very-patient-o", ago(Duration.ofDays(300))))
            : List.of(),
        chidi(),
        "chidi-o",
        open
            ? Field.of("username", "adda").refused("No member has this name.")
            : Field.empty("username"),
        Field.empty("address"),
        Field.empty("password"));
  }

  private static SecurityPage security() {
    return new SecurityPage(
        frame("Security"),
        ago(Duration.ofDays(80)),
        Field.empty("current_password").refused("This is not your current password."),
        Field.empty("new_password"));
  }

  private static DevicesPage devices() {
    return new DevicesPage(
        frame("Devices"),
        List.of(
            new DevicesPage.Session(
                "Firefox on Linux",
                ago(Duration.ofDays(3)),
                ago(Duration.ofHours(1)),
                "/settings/devices/1/end",
                true),
            new DevicesPage.Session(
                "Safari on iOS",
                ago(Duration.ofDays(60)),
                ago(Duration.ofDays(9)),
                "/settings/devices/2/end",
                false)));
  }

  private static TokensPage tokens() {
    return new TokensPage(
        frame("API tokens"),
        Optional.of("pst_q7wmz2abtnxpek3vq7wmz2abtnxpek3v"),
        List.of(
            new TokensPage.TokenRow(
                "Backup at home",
                "Read; letters",
                ago(Duration.ofDays(40)),
                Optional.of(ago(Duration.ofDays(1))),
                ago(Duration.ofDays(-20)),
                "/settings/tokens/1/revoke"),
            new TokensPage.TokenRow(
                "Weather bot",
                "Post",
                ago(Duration.ofDays(1)),
                Optional.empty(),
                ago(Duration.ofDays(-300)),
                "/settings/tokens/2/revoke")),
        Field.empty("name"),
        List.of(
            new Choice("read", "Read what I may read, letters not among it", true),
            new Choice("post", "Write threads and posts as me", false),
            new Choice("letters", "Read and write letters as me", false)),
        List.of(new Choice("30", "30 days", true), new Choice("365", "A year", false)),
        Optional.of("Choose at least one."));
  }

  private static ClaimsPage claims() {
    return new ClaimsPage(
        frame("Old posts"),
        "chidi-o",
        List.of(new ClaimsPage.Claim("1", "C. Okoro", Count.posts(61), "/settings/claims/1")));
  }
}
