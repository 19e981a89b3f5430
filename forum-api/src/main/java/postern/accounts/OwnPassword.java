package postern.accounts;

import java.time.Duration;
import java.util.Optional;
import postern.http.RateLimits;
import postern.http.Rule;
import postern.kernel.MemberId;

/**
 * Asks a member who is signed in for their password again, before what a stolen session must not
 * do.
 */
final class OwnPassword {
  static final Rule CHECKS = new Rule("password-checks", 10, Duration.ofMinutes(15));

  private final Surroundings around;
  private final PasswordHashes hashes;

  OwnPassword(Surroundings around, PasswordHashes hashes) {
    this.around = around;
    this.hashes = hashes;
  }

  sealed interface Check {
    record Right() implements Check {}

    record Wrong() implements Check {}

    record TooMany(Duration retryAfter) implements Check {}
  }

  Check check(MemberId member, Password password) {
    if (around.limits().take(CHECKS, member.toString())
        instanceof RateLimits.Taken.TooMany(var wait)) {
      return new Check.TooMany(wait);
    }
    var stored = around.database().read(tx -> tx.dao(CredentialsDao.class).of(member.value()));
    if (!hashes.fits(password, stored.map(CredentialsDao.Row::passwordHash).orElse(null))) {
      return new Check.Wrong();
    }
    around.limits().forgive(CHECKS, member.toString());
    return new Check.Right();
  }

  Optional<PasswordRefusal> refusal(MemberId member, Password next) {
    var username =
        around
            .database()
            .read(tx -> tx.dao(CredentialsDao.class).of(member.value()))
            .orElseThrow()
            .username();
    return PasswordPolicy.refusal(next, username, Optional.empty());
  }
}
