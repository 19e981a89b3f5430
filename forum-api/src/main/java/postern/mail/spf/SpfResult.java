package postern.mail.spf;

/** The results of RFC 7208 section 2.6. */
public enum SpfResult {
  /** The domain publishes no record. */
  NONE,
  /** It says nothing about this host. */
  NEUTRAL,
  PASS,
  /** It says that this host may not. */
  FAIL,
  SOFTFAIL,
  /** Its name servers did not answer: to be asked again later. */
  TEMPERROR,
  /** Its record cannot be understood, or asks for too much. */
  PERMERROR
}
