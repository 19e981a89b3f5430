package postern.letters;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.LetterId;
import postern.kernel.MemberId;
import postern.kernel.Viewer;

/**
 * Letters that their readers reported: the only ones that moderators see, and of these only what
 * was reported.
 */
public final class LetterReports {
  public static final int MAX_REASON = 1000;

  private final Room room;
  private final LetterLists lists;

  LetterReports(Room room, LetterLists lists) {
    this.room = room;
    this.lists = lists;
  }

  /** What became of a report. */
  public sealed interface Reported {
    record Done(long report) implements Reported {}

    /** Not a letter that this member received. */
    record NoSuchLetter() implements Reported {}

    record BadReason() implements Reported {}

    record AlreadyReported() implements Reported {}
  }

  /** A reported letter as moderators see it: who wrote it and its words, not who reported it. */
  public record Report(
      long id, MemberId sender, String reason, String subject, String text, Instant reportedAt) {
    @Override
    public String toString() {
      return "Report[" + id + "]";
    }
  }

  /**
   * Shows the letter to moderators. Only who received it can; its text goes as they were shown it.
   */
  public Reported report(Viewer.Member reader, LetterId letter, String reason) {
    var why = reason == null ? "" : reason.strip();
    if (why.isEmpty() || why.length() > MAX_REASON) {
      return new Reported.BadReason();
    }
    long id = room.sources().ids().unguessable();
    return room.database()
        .write(
            tx -> {
              var row = lists.received(tx, reader.id(), letter);
              if (row.isEmpty()) {
                return new Reported.NoSuchLetter();
              }
              var words =
                  lists.subject(row.get())
                      + "\n\n"
                      + lists.body(row.get()).orElse("(The text was not kept.)");
              int added =
                  tx.dao(Dao.class)
                      .insert(
                          id,
                          letter,
                          reader.id(),
                          row.get().sender(),
                          why,
                          room.keys().sealText(words, place(id)),
                          room.sources().now());
              return added == 1 ? new Reported.Done(id) : new Reported.AlreadyReported();
            });
  }

  /** The open reports, oldest first, but for those about the moderator's own letters. */
  public List<Report> open(Viewer.Member moderator, int limit) {
    return room.database()
        .read(
            tx ->
                tx.dao(Dao.class).open(limit).stream()
                    .filter(row -> !row.sender().equals(moderator.id()))
                    .map(this::view)
                    .toList());
  }

  /**
   * Closes a report with a reason; false when it is not open. The words that were shown are no
   * longer kept.
   */
  public boolean close(Viewer.Member moderator, long report, String reason) {
    return room.database()
            .write(
                tx ->
                    tx.dao(Dao.class)
                        .close(
                            report,
                            moderator.id(),
                            Optional.ofNullable(reason).orElse(""),
                            room.sources().now()))
        == 1;
  }

  private Report view(Dao.Row row) {
    var words = room.keys().openText(row.words(), place(row.id())).split("\n\n", 2);
    return new Report(
        row.id(),
        row.sender(),
        row.reason(),
        words[0],
        words.length > 1 ? words[1] : "",
        row.reportedAt().truncatedTo(ChronoUnit.MINUTES));
  }

  private static String place(long report) {
    return "letter_reports:" + report;
  }

  interface Dao {
    @SqlUpdate(
        """
        insert ignore into letter_reports (id, letter, reporter, sender, reason, words, reported_at)
        values (:id, :letter, :reporter, :sender, :reason, :words, :now)
        """)
    int insert(
        long id,
        LetterId letter,
        MemberId reporter,
        MemberId sender,
        String reason,
        byte[] words,
        Instant now);

    @SqlQuery(
        """
        select id, reporter, sender, reason, words, reported_at
        from letter_reports
        where decided_at is null
        order by reported_at, id
        limit :limit
        """)
    @RegisterConstructorMapper(Row.class)
    List<Row> open(int limit);

    @SqlUpdate(
        """
        update letter_reports
        set decided_at = :now, decided_by = :moderator, decision = 'CLOSED', decision_reason = :reason, words = ''
        where id = :report and decided_at is null
        """)
    int close(long report, MemberId moderator, String reason, Instant now);

    record Row(
        long id,
        MemberId reporter,
        MemberId sender,
        String reason,
        byte[] words,
        Instant reportedAt) {}
  }
}
