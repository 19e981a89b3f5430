package postern.letters;

import java.time.Instant;
import postern.kernel.CorrespondenceId;
import postern.kernel.LetterId;
import postern.kernel.MemberId;

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
