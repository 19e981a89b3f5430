package postern.mail.auth;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import postern.mail.auth.Authenticity.Aligned;
import postern.mail.auth.Authenticity.Away;
import postern.mail.auth.Authenticity.Failed;
import postern.mail.auth.Authenticity.Method;
import postern.mail.auth.Authenticity.Unknown;
import postern.mail.dkim.Finding;
import postern.mail.dkim.Signed;
import postern.mail.dmarc.DomainPolicies;
import postern.mail.dmarc.DomainPolicy;
import postern.mail.dmarc.DomainPolicy.Wish;
import postern.mail.spf.SpfResult;

/**
 * What was found out about one message.
 *
 * @param author the domain of the From
 * @param signed by the author's organization
 * @param spf of a MAIL FROM in the author's organization
 * @param named true when the letter names the mailbox it came for. A signature alone proves no
 *     other: whoever once got a signed letter could hand it to any member
 */
record Evidence(String author, List<Signed> signed, Optional<Spf> spf, boolean named) {

  record Spf(String domain, SpfResult result) {}

  Authenticity verdict(DomainPolicies.Found found) {
    return switch (found) {
      case DomainPolicies.Published(var policy) -> byPolicy(policy);
      case DomainPolicies.Unpublished _ ->
          exact().orElseGet(() -> unproved(this::isAuthor, this::isAuthor, spfFailed()));
      // Where the author's very domain answers, no policy could say otherwise.
      case DomainPolicies.Away _ -> exact().orElseGet(Away::new);
    };
  }

  private Authenticity byPolicy(DomainPolicy policy) {
    Predicate<String> dkim = policy.strictDkim() ? this::isAuthor : _ -> true;
    Predicate<String> sender = policy.strictSpf() ? this::isAuthor : _ -> true;
    return dkimPasses(dkim) || spfPasses(sender)
        ? new Aligned(Method.DMARC)
        : unproved(dkim, sender, policy.wish() != Wish.NONE);
  }

  private Optional<Authenticity> exact() {
    if (dkimPasses(this::isAuthor)) {
      return Optional.of(new Aligned(Method.DKIM));
    }
    return spfPasses(this::isAuthor) ? Optional.of(new Aligned(Method.SPF)) : Optional.empty();
  }

  private Authenticity unproved(
      Predicate<String> dkim, Predicate<String> sender, boolean isRefused) {
    boolean away =
        signed.stream()
                .anyMatch(each -> each.finding() == Finding.KEY_AWAY && dkim.test(each.domain()))
            || spf.filter(each -> sender.test(each.domain()))
                .filter(each -> each.result() == SpfResult.TEMPERROR)
                .isPresent();
    if (away) {
      return new Away();
    }
    // Signed, but for another mailbox: not forged, and no proof.
    boolean elsewhere = signed.stream().anyMatch(each -> each.valid() && dkim.test(each.domain()));
    return isRefused && !elsewhere ? new Failed() : new Unknown();
  }

  private boolean dkimPasses(Predicate<String> aligned) {
    return named && signed.stream().anyMatch(each -> each.valid() && aligned.test(each.domain()));
  }

  private boolean spfPasses(Predicate<String> aligned) {
    return spf.filter(each -> aligned.test(each.domain()))
        .filter(each -> each.result() == SpfResult.PASS)
        .isPresent();
  }

  private boolean spfFailed() {
    return spf.filter(each -> isAuthor(each.domain()))
        .filter(each -> each.result() == SpfResult.FAIL)
        .isPresent();
  }

  private boolean isAuthor(String domain) {
    return domain.equals(author);
  }
}
