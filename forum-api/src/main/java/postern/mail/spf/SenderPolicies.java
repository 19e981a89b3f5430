package postern.mail.spf;

import postern.mail.dns.Lookups;

/** Asks domains who may send their mail. */
public final class SenderPolicies {
  /** Terms of a record, and of those it includes, that may ask name servers (section 4.6.4). */
  static final int MAX_LOOKUPS = 10;

  /** Of these, how many may find nothing. */
  static final int MAX_VOID = 2;

  private SenderPolicies() {}

  /** The check_host function of RFC 7208 section 4, for the MAIL FROM identity. */
  public static SpfResult check(Lookups lookups, SpfSender sender) {
    return new Evaluation(lookups, sender).result();
  }
}
