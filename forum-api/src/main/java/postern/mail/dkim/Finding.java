package postern.mail.dkim;

/** What a signature turned out to be. */
public enum Finding {
  /** The domain signed these bytes, not long ago. */
  VALID,
  /** It proves nothing: broken, out of date, without a key, or of a kind that we do not believe. */
  WORTHLESS,
  /** Its key could not be asked for: to be tried again later. */
  KEY_AWAY
}
