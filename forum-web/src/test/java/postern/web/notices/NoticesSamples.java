package postern.web.notices;

import static postern.web.Samples.ada;
import static postern.web.Samples.ago;
import static postern.web.Samples.ben;
import static postern.web.Samples.longName;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import postern.web.Frame;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.Samples;
import postern.web.Section;

/** The pages of this room with made-up content. */
public final class NoticesSamples {
  private NoticesSamples() {}

  public static Map<String, PageModel> all() {
    return Map.of(
        "notices",
        notices(),
        "notices-empty",
        new NoticesPage(frame(), List.of(), Optional.empty(), Pager.none()));
  }

  private static NoticesPage notices() {
    return new NoticesPage(
        frame(),
        List.of(
            new NoticesPage.Group(
                "Canker on a young Cox: cut now or wait for frost?",
                "/p/12",
                ada(),
                true,
                List.of(
                    line(Optional.of("/notices/9/read"), "Ada Quill (ada)", "named you", 5),
                    line(Optional.of("/notices/8/read"), "ben", "answered you", 50),
                    line(Optional.empty(), "ben", "replied", 3000))),
            new NoticesPage.Group(
                "Donau" + "dampfschifffahrts".repeat(8),
                "/p/10",
                longName(),
                false,
                List.of(line(Optional.empty(), longName().text(), "started this thread", 4000))),
            new NoticesPage.Group(
                "A letter",
                "/letters/7",
                ben(),
                true,
                List.of(
                    new NoticesPage.Line(
                        Optional.of("/notices/5/read"),
                        "ben",
                        "wrote you a letter",
                        "/letters/7",
                        Optional.empty(),
                        ago(Duration.ofDays(2)))))),
        Optional.of("2026-11-23T15:04:00Z"),
        Pager.byKey(Optional.empty(), Optional.of("/notices?after=x")));
  }

  private static NoticesPage.Line line(
      Optional<String> read, String by, String what, long minutes) {
    return new NoticesPage.Line(
        read,
        by,
        what,
        "/p/12",
        Optional.of("I would cut now, in dry weather, and burn what I took off the tree."),
        ago(Duration.ofMinutes(minutes)));
  }

  private static Frame frame() {
    return Samples.member("Notices", Section.NOTICES, "/notices");
  }
}
