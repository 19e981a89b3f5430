package postern.mail.dmarc;

import postern.mail.dns.Looked;
import postern.mail.dns.Lookups;

/** Finds the policy of an author's domain (RFC 7489 section 6.6.3). */
public final class DomainPolicies {
  private DomainPolicies() {}

  /** What was found. */
  public sealed interface Found {}

  public record Published(DomainPolicy policy) implements Found {}

  /** Neither the domain nor its organization has one. */
  public record Unpublished() implements Found {}

  /** The name servers did not answer. */
  public record Away() implements Found {}

  /**
   * @param domain of the one address in the one From
   */
  public static Found find(Lookups lookups, String domain) {
    var organization = OrganizationalDomain.of(domain);
    return switch (at(lookups, domain)) {
      case Looked.Away<String> _ -> new Away();
      case Looked.Found<String>(var records) ->
          new Published(PolicyRecord.parse(records.getFirst()).policy(false));
      case Looked.Nothing<String> _ when organization.equals(domain) -> new Unpublished();
      case Looked.Nothing<String> _ ->
          switch (at(lookups, organization)) {
            case Looked.Away<String> _ -> new Away();
            case Looked.Nothing<String> _ -> new Unpublished();
            case Looked.Found<String>(var records) ->
                new Published(PolicyRecord.parse(records.getFirst()).policy(true));
          };
    };
  }

  /** The one record at a domain; several are as none. */
  private static Looked<String> at(Lookups lookups, String domain) {
    return switch (lookups.texts("_dmarc." + domain)) {
      case Looked.Found<String>(var texts) -> {
        var records = texts.stream().filter(PolicyRecord::isOne).toList();
        yield records.size() == 1 ? new Looked.Found<>(records) : new Looked.Nothing<>();
      }
      case Looked.Nothing<String> nothing -> nothing;
      case Looked.Away<String> away -> away;
    };
  }
}
