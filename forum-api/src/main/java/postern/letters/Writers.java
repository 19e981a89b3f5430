package postern.letters;

/** Who may write to a member. */
public enum Writers {
  EVERYONE,
  THOSE_I_WROTE_TO,
  NOBODY
}
