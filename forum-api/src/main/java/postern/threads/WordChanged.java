package postern.threads;

/** How a change of the words ended that hold a post. */
public sealed interface WordChanged {
  record Added(HeldWord word) implements WordChanged {}

  record Removed() implements WordChanged {}

  /** It is one line of 1 to so many characters, with a letter or a digit in it. */
  record BadWord(int limit) implements WordChanged {}

  /** It is there already, perhaps in other letters that mean the same. */
  record Already() implements WordChanged {}

  /** There are so many already. */
  record TooMany(int limit) implements WordChanged {}

  record NotFound() implements WordChanged {}

  /** Administrators only. */
  record NotAllowed() implements WordChanged {}
}
