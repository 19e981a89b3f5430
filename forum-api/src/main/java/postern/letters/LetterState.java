package postern.letters;

/** Where a letter is. */
public enum LetterState {
  ON_ITS_WAY,
  DELIVERED,
  UNDELIVERABLE,
  /** The gate found an address of the sender's in it; the sender sees where. */
  HELD
}
