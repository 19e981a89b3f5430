package postern.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import java.util.Objects;

/**
 * The limits of accounts. A zero or an absent value means the default.
 *
 * @param signUpLifetime how long a sign-up waits for its confirmation; then its name is free again
 * @param resetLifetime how long a link for a new password holds
 * @param addressChangeLifetime how long the link holds that confirms another address
 * @param undoLifetime how long a change of address can be undone from the old one
 * @param hashesAtATime how many password hashes of 19 MiB are computed at once
 * @param hashWait how long a sign-in waits for its turn before it is asked to come back
 * @param jobTitleCharacters the most of a job title
 * @param postalAddressCharacters the most of a postal address
 * @param phoneCharacters the most of a phone number
 * @param signUpGuard what keeps programs from signing up by the hundred
 */
public record AccountSettings(
    @JsonProperty Duration signUpLifetime,
    @JsonProperty Duration resetLifetime,
    @JsonProperty Duration addressChangeLifetime,
    @JsonProperty Duration undoLifetime,
    @JsonProperty int hashesAtATime,
    @JsonProperty Duration hashWait,
    @JsonProperty int jobTitleCharacters,
    @JsonProperty int postalAddressCharacters,
    @JsonProperty int phoneCharacters,
    @JsonProperty SignUpGuard signUpGuard) {
  /** A display name's most characters: what the column holds. */
  public static final int DISPLAY_NAME_CHARACTERS = 60;

  public AccountSettings {
    signUpLifetime = Objects.requireNonNullElse(signUpLifetime, Duration.days(2));
    resetLifetime = Objects.requireNonNullElse(resetLifetime, Duration.hours(1));
    addressChangeLifetime = Objects.requireNonNullElse(addressChangeLifetime, Duration.days(2));
    undoLifetime = Objects.requireNonNullElse(undoLifetime, Duration.days(7));
    hashesAtATime = hashesAtATime == 0 ? Runtime.getRuntime().availableProcessors() : hashesAtATime;
    hashWait = Objects.requireNonNullElse(hashWait, Duration.seconds(8));
    jobTitleCharacters = jobTitleCharacters == 0 ? 100 : jobTitleCharacters;
    postalAddressCharacters = postalAddressCharacters == 0 ? 400 : postalAddressCharacters;
    phoneCharacters = phoneCharacters == 0 ? 40 : phoneCharacters;
    signUpGuard = signUpGuard == null ? SignUpGuard.defaults() : signUpGuard;
  }

  public static AccountSettings defaults() {
    return new AccountSettings(null, null, null, null, 0, null, 0, 0, 0, null);
  }
}
