package postern.mail.dmarc;

import com.google.common.net.InternetDomainName;

/** The part of a name that somebody registered (RFC 7489 section 3.2). */
public final class OrganizationalDomain {
  private OrganizationalDomain() {}

  /**
   * One label more than the longest public suffix. A public suffix is its own; so is what is no
   * domain name. Where the list knows no suffix, it is the last label, as the list's own rule says.
   */
  public static String of(String domain) {
    if (!InternetDomainName.isValid(domain)) {
      return domain;
    }
    var name = InternetDomainName.from(domain);
    if (name.isUnderPublicSuffix()) {
      return name.topPrivateDomain().toString();
    }
    int labels = name.parts().size();
    return name.isPublicSuffix() || labels < 2
        ? name.toString()
        : String.join(".", name.parts().subList(labels - 2, labels));
  }

  /** Relaxed alignment (section 3.1): both belong to one organization. */
  public static boolean same(String one, String other) {
    return of(one).equals(of(other));
  }
}
