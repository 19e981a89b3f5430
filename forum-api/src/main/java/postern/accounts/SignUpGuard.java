package postern.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import java.util.Objects;
import postern.http.Rule;

/**
 * What keeps programs from signing up by the hundred, without asking anybody else. An absent value
 * means the default.
 *
 * @param proofBits how hard the browser's proof of work is: each bit doubles it; at most 24, 0 asks
 *     for none
 * @param quickest how soon after its page a form may come at all
 * @param waitWithoutProof how soon it may come without a proof
 * @param formLifetime how long a form can be sent
 * @param provedPerHour sign-ups with a proof from one network
 * @param unprovedPerHour sign-ups without one from one network: by the API, and after the wait
 * @param unprovedEverywherePerHour sign-ups by the API from all networks together
 */
public record SignUpGuard(
    @JsonProperty Integer proofBits,
    @JsonProperty Duration quickest,
    @JsonProperty Duration waitWithoutProof,
    @JsonProperty Duration formLifetime,
    @JsonProperty Integer provedPerHour,
    @JsonProperty Integer unprovedPerHour,
    @JsonProperty Integer unprovedEverywherePerHour) {
  private static final int HARDEST = 24;

  public SignUpGuard {
    proofBits = Objects.requireNonNullElse(proofBits, 16);
    quickest = Objects.requireNonNullElse(quickest, Duration.seconds(2));
    waitWithoutProof = Objects.requireNonNullElse(waitWithoutProof, Duration.seconds(10));
    formLifetime = Objects.requireNonNullElse(formLifetime, Duration.hours(2));
    provedPerHour = Objects.requireNonNullElse(provedPerHour, 40);
    unprovedPerHour = Objects.requireNonNullElse(unprovedPerHour, 12);
    unprovedEverywherePerHour = Objects.requireNonNullElse(unprovedEverywherePerHour, 200);
    if (proofBits < 0 || proofBits > HARDEST) {
      throw new IllegalArgumentException("accounts.signUpGuard.proofBits is from 0 to 24");
    }
    if (quickest.toMilliseconds() > waitWithoutProof.toMilliseconds()
        || waitWithoutProof.toMilliseconds() >= formLifetime.toMilliseconds()) {
      throw new IllegalArgumentException(
          "accounts.signUpGuard: quickest, waitWithoutProof and formLifetime go upwards");
    }
  }

  public static SignUpGuard defaults() {
    return new SignUpGuard(null, null, null, null, null, null, null);
  }

  Rule proved() {
    return hourly("sign-ups-proved", provedPerHour);
  }

  Rule unproved() {
    return hourly("sign-ups", unprovedPerHour);
  }

  Rule unprovedEverywhere() {
    return hourly("sign-ups-everywhere", unprovedEverywherePerHour);
  }

  private static Rule hourly(String name, int most) {
    return new Rule(name, most, java.time.Duration.ofHours(1));
  }
}
