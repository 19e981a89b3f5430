package postern.letters;

import postern.kernel.Standing;

/** Who may write to whom: pure rules over plain facts. */
final class LetterPolicy {
  private LetterPolicy() {}

  /** What is known of the two when one wants to write. */
  record Facts(
      Standing writer,
      Standing reader,
      boolean same,
      boolean readerBlockedWriter,
      boolean writerBlockedReader,
      boolean readerClosed,
      boolean readerWroteBefore,
      Writers readersRule) {}

  enum Verdict {
    MAY,
    WRITER_NOT_IN_GOOD_STANDING,
    TO_THEMSELVES,
    WRITER_BLOCKED_READER,
    /** Blocked, ended, ruled out, or gone: never told apart. */
    NOT_TAKING
  }

  static Verdict mayWrite(Facts facts) {
    if (facts.writer() != Standing.ACTIVE) {
      return Verdict.WRITER_NOT_IN_GOOD_STANDING;
    }
    if (facts.same()) {
      return Verdict.TO_THEMSELVES;
    }
    if (facts.writerBlockedReader()) {
      return Verdict.WRITER_BLOCKED_READER;
    }
    return takes(facts) ? Verdict.MAY : Verdict.NOT_TAKING;
  }

  private static boolean takes(Facts facts) {
    // A silenced member still reads; a suspended one could not answer, and an erased one is gone.
    boolean there = facts.reader() == Standing.ACTIVE || facts.reader() == Standing.SILENCED;
    boolean ruled =
        switch (facts.readersRule()) {
          case EVERYONE -> true;
          case THOSE_I_WROTE_TO -> facts.readerWroteBefore();
          case NOBODY -> false;
        };
    return there && ruled && !facts.readerBlockedWriter() && !facts.readerClosed();
  }
}
