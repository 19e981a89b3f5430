package postern.threads;

/** Why a text is not taken. Each says what to do about it. */
public sealed interface TextFault {
  /** There are no words in it. */
  record Empty() implements TextFault {}

  /** It is longer than so many characters. */
  record TooLong(int limit) implements TextFault {}

  /** Its tables or repeated links would make a page larger than the limits allow. */
  record TooLarge() implements TextFault {}
}
