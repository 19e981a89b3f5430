package postern.mail.mime;

/** What a message had too much of, counted before anything recurses into it. */
public enum Limit {
  BYTES,
  HEADER_BYTES,
  HEADER_COUNT,
  LINE_LENGTH,
  PARTS,
  DEPTH
}
