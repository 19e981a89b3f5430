package postern.letters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.CorrespondenceId;
import postern.kernel.LetterId;
import postern.kernel.MemberId;

@RegisterConstructorMapper(LettersDao.LetterRow.class)
interface LettersDao {
  @SqlUpdate(
      """
      insert into letters (id, correspondence, sender, recipient, via, written_at, subject, body, raw, parent,
        message_id, came_id, came_id_hash, state, state_at, spoken, kept_by_sender, kept_by_recipient)
      values (:id, :correspondence, :sender, :recipient, :via, :writtenAt, :subject, :body, :raw, :parent,
        :messageId, :cameId, :cameIdHash, :state, :stateAt, :spoken, :keptBySender, :keptByRecipient)
      """)
  void insert(@BindMethods LetterRow letter);

  @SqlQuery(
      """
      select id, correspondence, sender, recipient, via, written_at, subject, body, raw, parent, message_id, came_id,
        came_id_hash, state, state_at, spoken, kept_by_sender, kept_by_recipient
      from letters
      where id = :id
      """)
  Optional<LetterRow> find(LetterId id);

  @SqlQuery(
      """
      select id, correspondence, sender, recipient, via, written_at, subject, body, null as raw, parent, message_id,
        came_id, came_id_hash, state, state_at, spoken, kept_by_sender, kept_by_recipient
      from letters
      where correspondence = :correspondence
        and (written_at > :after or (written_at = :after and id > :id))
      order by written_at, id
      limit :limit
      """)
  List<LetterRow> list(CorrespondenceId correspondence, Instant after, long id, int limit);

  @SqlQuery(
      """
      select id, correspondence, sender, recipient, via, written_at, subject, body, null as raw, parent, message_id,
        came_id, came_id_hash, state, state_at, spoken, kept_by_sender, kept_by_recipient
      from letters
      where correspondence = :correspondence
        and (written_at < :before or (written_at = :before and id < :id))
      order by written_at desc, id desc
      limit :limit
      """)
  List<LetterRow> before(CorrespondenceId correspondence, Instant before, long id, int limit);

  @SqlQuery(
      """
      select id
      from letters
      where correspondence = :correspondence and message_id = :messageId
      """)
  Optional<LetterId> byMessageId(CorrespondenceId correspondence, String messageId);

  @SqlQuery(
      """
      select id
      from letters
      where correspondence = :correspondence and came_id_hash = :hash
      order by written_at desc
      limit 1
      """)
  Optional<LetterId> byCameId(CorrespondenceId correspondence, byte[] hash);

  @SqlQuery(
      """
      select count(*)
      from letters
      where correspondence = :correspondence and sender = :sender
      """)
  int written(CorrespondenceId correspondence, MemberId sender);

  @SqlUpdate("update letters set state = :state, state_at = :now, raw = null where id = :id")
  void settle(LetterId id, LetterState state, Instant now);

  @SqlUpdate(
      "update letters set body = null where id = :id and not kept_by_sender and not"
          + " kept_by_recipient")
  void forgetUnkept(LetterId id);

  @SqlUpdate("insert ignore into taken_messages (digest, taken_at) values (:digest, :now)")
  int take(byte[] digest, Instant now);

  @SqlUpdate("delete from taken_messages where taken_at < :before limit 10000")
  int sweepTaken(Instant before);

  /** A letter as it lies in the database: its words sealed. */
  record LetterRow(
      LetterId id,
      CorrespondenceId correspondence,
      MemberId sender,
      MemberId recipient,
      Via via,
      Instant writtenAt,
      byte[] subject,
      byte[] body,
      byte[] raw,
      LetterId parent,
      String messageId,
      byte[] cameId,
      byte[] cameIdHash,
      LetterState state,
      Instant stateAt,
      boolean spoken,
      boolean keptBySender,
      boolean keptByRecipient) {

    /** Where each sealed value lies. */
    static String place(LetterId id, String column) {
      return "letters:" + id + ":" + column;
    }

    LetterRow withWords(byte[] sealedSubject, byte[] sealedBody) {
      return new LetterRow(
          id,
          correspondence,
          sender,
          recipient,
          via,
          writtenAt,
          sealedSubject,
          sealedBody,
          raw,
          parent,
          messageId,
          cameId,
          cameIdHash,
          state,
          stateAt,
          spoken,
          keptBySender,
          keptByRecipient);
    }

    @Override
    public String toString() {
      return "LetterRow[" + id + "]";
    }
  }
}
