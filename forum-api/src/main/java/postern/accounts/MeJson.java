package postern.accounts;

import java.time.Instant;
import java.util.List;
import postern.kernel.MemberId;
import postern.kernel.Username;
import postern.privacy.VisibleAddress;

/**
 * A member's own account in the JSON API. The address and the optional fields are there only for a
 * session, or a token made for the account itself.
 */
record MeJson(
    MemberId id,
    Username username,
    String displayName,
    VisibleAddress address,
    Instant addressConfirmedAt,
    String addressElection,
    List<Username> addressShownTo,
    String role,
    String standing,
    Instant standingUntil,
    String standingReason,
    Instant joinedAt,
    int posts,
    String jobTitle,
    String postalAddress,
    String phone) {}
