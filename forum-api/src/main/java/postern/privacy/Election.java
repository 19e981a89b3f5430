package postern.privacy;

/** Who sees a member's real address, apart from members named one by one. */
public enum Election {
  NOBODY,
  /** Every active member; never a visitor. */
  MEMBERS
}
