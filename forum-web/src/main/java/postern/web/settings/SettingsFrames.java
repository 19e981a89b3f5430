package postern.web.settings;

import java.util.Optional;
import postern.accounts.MemberView;
import postern.kernel.Standing;
import postern.web.Desk;
import postern.web.Flash;
import postern.web.Frame;
import postern.web.Section;
import postern.web.Visit;

/** What stands around a settings page; whoever is limited reads there why and until when. */
final class SettingsFrames {
  private SettingsFrames() {}

  static Frame of(Desk desk, Visit visit, SettingsPart part) {
    var frame = visit.frame(part.title(), Section.SETTINGS, part.href());
    if (visit.member().active() || visit.flash().isPresent()) {
      return frame;
    }
    return limits(desk, visit).map(words -> frame.saying(Flash.problem(words))).orElse(frame);
  }

  private static Optional<String> limits(Desk desk, Visit visit) {
    var id = visit.member().id();
    return desk.forum()
        .foundation()
        .storage()
        .database()
        .read(tx -> desk.forum().accounts().member(tx, id))
        .map(member -> words(visit, member));
  }

  private static String words(Visit visit, MemberView member) {
    var until =
        member
            .standingUntil()
            .map(end -> " until " + visit.when(end).date())
            .orElse(" until this changes");
    var why = member.standingReason().filter(reason -> !reason.isBlank());
    var what =
        member.standing() == Standing.SILENCED
            ? "You are silenced" + until + ": you can read, but not write."
            : "Your account is suspended" + until + ".";
    return what + why.map(reason -> " The reason: " + reason).orElse("");
  }
}
