package postern.kernel;

/** Whether a member may take part. */
public enum Standing {
  ACTIVE,
  /** Reads and keeps their account; writes nothing until the term ends. */
  SILENCED,
  /** May sign in only to see why, to export and to leave. */
  SUSPENDED,
  ERASED
}
