package postern.letters;

import java.time.Instant;
import postern.kernel.CorrespondenceId;
import postern.kernel.LetterId;
import postern.kernel.MemberId;

/** One member's side of a correspondence. */
record Side(
    CorrespondenceId correspondence,
    MemberId member,
    MemberId other,
    LetterId lastLetter,
    Instant lastAt,
    int unread,
    Instant closedAt) {}
