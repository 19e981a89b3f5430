package postern.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import postern.delivery.MailSettled;
import postern.delivery.Settlement;
import postern.jobs.Attempt;
import postern.jobs.JobEnd;
import postern.kernel.AddressId;
import postern.kernel.MemberId;
import postern.kernel.Standing;
import postern.kernel.Viewer;
import postern.notices.NoticeMail.Words;
import postern.notices.NoticesDao.Row;
import postern.storage.Tx;

/**
 * Mails the notices of those who asked for it: the first at once, further ones together, or one
 * mail a day. What may not be seen when the mail is made, or was read, is not in it.
 */
final class NoticeMails {
  private static final String JOB = "mail-notices";
  private static final String BARE_JOB = "mail-notices-bare";
  private static final String REFERENCE = "notices:";
  private static final int MOST = 200;

  private final Room room;
  private final NoticeViews views;
  private final NoticeMail composer;

  NoticeMails(Room room, NoticeViews views) {
    this.room = room;
    this.views = views;
    this.composer = new NoticeMail(room);
  }

  record Mail(MemberId member) {}

  record Bare(MemberId member, long batch) {}

  void register() {
    var jobs = room.means().jobs();
    jobs.handle(JOB, Mail.class, this::mail);
    jobs.handle(BARE_JOB, Bare.class, this::mailBare);
    jobs.on(MailSettled.class, "notices", (event, _) -> settled(event));
  }

  /** There is something to mail; together with the notice. */
  void due(Tx tx, MemberId member, Pace pace) {
    var dao = tx.dao(MailPlansDao.class);
    dao.begin(member);
    var plan = dao.hold(member);
    if (plan.dueAt() == null) {
      var due =
          switch (pace) {
            case SOON -> soon(plan);
            case DAILY -> nextDaily();
          };
      dao.plan(member, due);
      room.means().jobs().enqueue(tx, JOB, new Mail(member), due);
    }
  }

  private Instant soon(MailPlansDao.Plan plan) {
    var now = room.sources().now();
    if (plan.lastAt() == null) {
      return now;
    }
    var next = plan.lastAt().plus(room.settings().collect().toJavaDuration());
    return next.isAfter(now) ? next : now;
  }

  private Instant nextDaily() {
    var now = room.sources().now().atOffset(ZoneOffset.UTC);
    var today = now.toLocalDate().atTime(room.settings().dailyAtHour(), 0).atOffset(ZoneOffset.UTC);
    return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
  }

  private JobEnd mail(Mail job, Attempt attempt) {
    var wait = room.database().write(tx -> mail(tx, job.member(), attempt));
    return wait.<JobEnd>map(JobEnd.Again::new).orElse(JobEnd.DONE);
  }

  private Optional<Duration> mail(Tx tx, MemberId member, Attempt attempt) {
    var dao = tx.dao(MailPlansDao.class);
    var plan = dao.hold(member);
    var now = room.sources().now();
    if (plan != null && plan.dueAt() != null && plan.dueAt().isAfter(now)) {
      return Optional.of(Duration.between(now, plan.dueAt()));
    }
    if (plan != null && plan.dueAt() != null) {
      var rows = dao.waiting(member, MOST);
      boolean sent = send(tx, member, rows);
      dao.done(member, sent ? now : plan.lastAt());
    }
    attempt.done(tx);
    return Optional.empty();
  }

  private boolean send(Tx tx, MemberId member, List<Row> rows) {
    var dao = tx.dao(MailPlansDao.class);
    var reader = reader(tx, member);
    var to = to(tx, member);
    var wanted =
        reader.isPresent() && to.isPresent()
            ? wanted(tx, reader.get(), rows)
            : Map.<NoticeKind, List<NoticeView>>of();
    if (wanted.isEmpty()) {
      rows.forEach(row -> dao.leave(row.id()));
      return false;
    }
    long batch = room.sources().ids().unguessable();
    var put = wanted.values().stream().flatMap(List::stream).map(NoticeView::id).toList();
    put.forEach(id -> dao.put(id, batch));
    rows.stream().filter(row -> !put.contains(row.id())).forEach(row -> dao.leave(row.id()));
    composer.send(tx, to.get(), member, wanted, REFERENCE + batch + ":" + member, Words.QUOTED);
    return true;
  }

  // The gate found an author's own address in what they wrote: without anybody's words it can go.
  private JobEnd mailBare(Bare job, Attempt attempt) {
    room.database()
        .run(
            tx -> {
              var reader = reader(tx, job.member());
              var to = to(tx, job.member());
              var rows = tx.dao(MailPlansDao.class).of(job.batch());
              if (reader.isPresent() && to.isPresent()) {
                var wanted = wanted(tx, reader.get(), rows);
                if (!wanted.isEmpty()) {
                  composer.send(tx, to.get(), job.member(), wanted, "bare-notices", Words.NONE);
                }
              }
              attempt.done(tx);
            });
    return JobEnd.DONE;
  }

  private JobEnd settled(MailSettled event) {
    if (event.settlement() == Settlement.HELD && event.reference().startsWith(REFERENCE)) {
      var parts = event.reference().substring(REFERENCE.length()).split(":");
      var bare = new Bare(MemberId.parse(parts[1]).orElseThrow(), Long.parseLong(parts[0]));
      room.database().run(tx -> room.means().jobs().enqueue(tx, BARE_JOB, bare));
    }
    return JobEnd.DONE;
  }

  private Optional<Viewer.Member> reader(Tx tx, MemberId member) {
    return room.doors()
        .sessions()
        .viewer(tx, member)
        .filter(viewer -> viewer.standing() != Standing.SUSPENDED);
  }

  /** Only where mail was shown to arrive, and still does. */
  private Optional<AddressId> to(Tx tx, MemberId member) {
    return room.house()
        .vault()
        .mainOf(tx, member)
        .filter(address -> room.house().courier().suspended(tx, address).isEmpty());
  }

  /** By the kind that is mailed, as the member's choices are now; empty when nothing is left. */
  private Map<NoticeKind, List<NoticeView>> wanted(Tx tx, Viewer.Member reader, List<Row> rows) {
    var rules = RulesOfMembers.of(tx, reader.id());
    var kinds =
        rows.stream()
            .filter(row -> row.mailKind() != null && rules.of(row.mailKind()) == Channel.MAIL)
            .collect(Collectors.toMap(Row::id, Function.identity()));
    var shown =
        views.shown(tx, reader, rows.stream().filter(row -> kinds.containsKey(row.id())).toList());
    var wanted = new EnumMap<NoticeKind, List<NoticeView>>(NoticeKind.class);
    shown.stream()
        .filter(view -> !view.read() && !ended(tx, reader.id(), view))
        .forEach(
            view ->
                wanted
                    .computeIfAbsent(kinds.get(view.id()).mailKind(), _ -> new ArrayList<>())
                    .add(view));
    return wanted;
  }

  private static boolean ended(Tx tx, MemberId member, NoticeView view) {
    return (view.kind() == NoticeKind.REPLY || view.kind() == NoticeKind.ANSWER)
        && view.post()
            .flatMap(placed -> Watches.ended(tx, member, placed.thread().id()))
            .orElse(false);
  }
}
