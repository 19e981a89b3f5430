package postern.letters;

/** Why no letter could be made of a message. */
public enum LetterRefusal {
  /** No From, several, or several authors in one: whose letter would it be? */
  SENDER_UNCLEAR,
  /**
   * Its signature or key tells who wrote it, or nobody could look into it; its sender did not elect
   * this reader.
   */
  SIGNED_OR_ENCRYPTED,
  /** A program's answer, and the rules of the moment let none through. */
  AUTOMATIC_ANSWER,
  /** Neither subject, nor text, nor file. */
  EMPTY
}
