package postern.letters;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import postern.kernel.CorrespondenceId;
import postern.kernel.MemberId;
import postern.kernel.Slice;
import postern.kernel.Viewer;
import postern.letters.LettersDao.LetterRow;
import postern.letters.SidesDao.Side;
import postern.storage.Tx;

/** Reads correspondences and letters as one of the two may see them. */
final class LetterLists {
  private final Room room;
  private final Correspondences correspondences;

  LetterLists(Room room, Correspondences correspondences) {
    this.room = room;
    this.correspondences = correspondences;
  }

  Slice<CorrespondenceView> correspondences(
      Viewer.Member viewer, Instant before, long id, int limit) {
    return room.database()
        .read(
            tx ->
                Slice.of(tx.dao(SidesDao.class).list(viewer.id(), before, id, limit + 1), limit)
                    .map(side -> view(tx, side)));
  }

  Optional<Slice<LetterView>> letters(
      Viewer.Member viewer, CorrespondenceId id, Instant after, long afterId, int limit) {
    return room.database()
        .read(
            tx ->
                correspondences
                    .side(tx, id, viewer.id())
                    .map(_ -> letters(tx, viewer, id, after, afterId, limit)));
  }

  Optional<Slice<LetterView>> latest(
      Viewer.Member viewer, CorrespondenceId id, Instant before, long beforeId, int limit) {
    return room.database()
        .read(
            tx ->
                correspondences
                    .side(tx, id, viewer.id())
                    .map(
                        _ -> {
                          boolean closed = closedUntil(tx, viewer.id()).isPresent();
                          var rows =
                              Slice.of(
                                  tx.dao(LettersDao.class).before(id, before, beforeId, limit + 1),
                                  limit);
                          return new Slice<>(
                              rows.rows().reversed().stream()
                                  .map(row -> view(viewer.id(), row, closed))
                                  .toList(),
                              rows.more());
                        }));
  }

  Optional<LetterView> received(Viewer.Member viewer, postern.kernel.LetterId id) {
    return room.database()
        .read(
            tx ->
                received(tx, viewer.id(), id)
                    .map(row -> view(viewer.id(), row, closedUntil(tx, viewer.id()).isPresent())));
  }

  /** For the reader of a letter who reports it: what they were shown. */
  Optional<LetterRow> received(Tx tx, MemberId reader, postern.kernel.LetterId id) {
    return tx.dao(LettersDao.class).find(id).filter(letter -> letter.recipient().equals(reader));
  }

  Optional<String> lastSubject(Tx tx, Side side) {
    return Optional.ofNullable(side.lastLetter())
        .flatMap(tx.dao(LettersDao.class)::find)
        .map(this::subject);
  }

  String subject(LetterRow letter) {
    return room.keys().openText(letter.subject(), LetterRow.place(letter.id(), "subject"));
  }

  Optional<String> body(LetterRow letter) {
    return Optional.ofNullable(letter.body())
        .map(value -> room.keys().openText(value, LetterRow.place(letter.id(), "body")));
  }

  private Slice<LetterView> letters(
      Tx tx, Viewer.Member viewer, CorrespondenceId id, Instant after, long afterId, int limit) {
    boolean closed = closedUntil(tx, viewer.id()).isPresent();
    var rows = tx.dao(LettersDao.class).list(id, after, afterId, limit + 1);
    return Slice.of(rows, limit).map(row -> view(viewer.id(), row, closed));
  }

  private CorrespondenceView view(Tx tx, Side side) {
    boolean closed = closedUntil(tx, side.member()).isPresent();
    var last = Optional.ofNullable(side.lastLetter()).flatMap(tx.dao(LettersDao.class)::find);
    return new CorrespondenceView(
        side.correspondence(),
        side.other(),
        closed
            ? ""
            : last.filter(letter -> kept(side.member(), letter)).map(this::subject).orElse(""),
        last.map(letter -> letter.sender().equals(side.member())).orElse(false),
        side.lastAt().truncatedTo(ChronoUnit.MINUTES),
        side.unread(),
        side.lastAt());
  }

  private LetterView view(MemberId viewer, LetterRow row, boolean closed) {
    boolean mine = row.sender().equals(viewer);
    boolean readable = !closed && kept(viewer, row);
    var state = mine ? row.state() : LetterState.DELIVERED;
    return new LetterView(
        row.id(),
        row.sender(),
        mine,
        row.via(),
        readable ? Optional.of(subject(row)) : Optional.empty(),
        readable ? body(row) : Optional.empty(),
        row.writtenAt().truncatedTo(ChronoUnit.MINUTES),
        state,
        state == LetterState.HELD ? room.courier().heldPlaces("letter:" + row.id()) : List.of(),
        row.writtenAt());
  }

  // Each side keeps for itself; until a letter has gone out its writer can always read it.
  private static boolean kept(MemberId viewer, LetterRow row) {
    boolean mine = row.sender().equals(viewer);
    return mine
        ? row.keptBySender() || row.state() != LetterState.DELIVERED
        : row.keptByRecipient();
  }

  /**
   * While a password was just replaced by way of the mailbox, kept letters stay closed to whoever
   * did it.
   */
  private Optional<Instant> closedUntil(Tx tx, MemberId member) {
    return room.accounts()
        .passwords()
        .resetAt(tx, member)
        .map(reset -> reset.plus(room.settings().limits().closedAfterReset()))
        .filter(until -> until.isAfter(room.sources().now()));
  }
}
