package postern.notices;

import postern.delivery.Notice;
import postern.jobs.Attempt;
import postern.jobs.JobEnd;
import postern.moderation.DecisionMade;
import postern.storage.Tx;

/**
 * Tells a member what moderators decided. A warning, a silence, a suspension and their end are
 * matters of one's own account, so their mail needs no opt-in; other decisions are told as their
 * member chose. No mail says what was decided: that stands on the site.
 */
final class DecisionNotices {
  private final Room room;
  private final NoticeMails mails;

  DecisionNotices(Room room, NoticeMails mails) {
    this.room = room;
    this.mails = mails;
  }

  void register() {
    room.means().jobs().on(DecisionMade.class, "notices-of-decisions", this::decided);
  }

  private JobEnd decided(DecisionMade event, Attempt attempt) {
    room.database()
        .run(
            tx -> {
              var decision = room.doors().decisions().told(tx, event.decision(), event.member());
              decision.ifPresent(found -> tell(tx, event, found.action().onMember()));
              attempt.done(tx);
            });
    return JobEnd.DONE;
  }

  private void tell(Tx tx, DecisionMade event, boolean sanction) {
    var rules = RulesOfMembers.of(tx, event.member());
    var channel = rules.of(NoticeKind.DECISION);
    boolean optedIn = channel == Channel.MAIL && !sanction;
    if (sanction || channel.told()) {
      tx.dao(NoticesDao.class)
          .insert(
              new NoticesDao.Row(
                  new NoticeId(room.sources().ids().unguessable()),
                  event.member(),
                  NoticesDao.About.DECISION,
                  event.decision().value(),
                  NoticeKind.DECISION,
                  null,
                  null,
                  room.sources().now(),
                  null,
                  optedIn ? NoticeKind.DECISION : null));
    }
    if (optedIn) {
      mails.due(tx, event.member(), rules.pace());
    }
    if (sanction) {
      room.house()
          .vault()
          .mainOf(tx, event.member())
          .ifPresent(to -> room.house().courier().send(tx, to, mail(event)));
    }
  }

  private Notice mail(DecisionMade event) {
    var forum = room.house().forumName();
    return Notice.of(
        "account-decision",
        "Moderators decided something about your account at " + forum,
        """
        The moderators of %s decided something about your account. What, why, until when, and how to answer:

        %s
        """
            .formatted(forum, room.house().origin().url("/decisions/" + event.decision())));
  }
}
