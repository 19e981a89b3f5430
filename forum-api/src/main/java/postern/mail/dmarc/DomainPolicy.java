package postern.mail.dmarc;

/**
 * What holds for one author's domain.
 *
 * @param wish what its owner wants done with mail that is not theirs
 * @param strictDkim a signature must be of exactly this domain
 * @param strictSpf the MAIL FROM must be at exactly this domain
 */
public record DomainPolicy(Wish wish, boolean strictDkim, boolean strictSpf) {
  /** In the order of severity. */
  public enum Wish {
    NONE,
    QUARANTINE,
    REJECT
  }
}
