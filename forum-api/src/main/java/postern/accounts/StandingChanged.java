package postern.accounts;

import postern.jobs.Event;
import postern.kernel.MemberId;
import postern.kernel.Standing;

/** A member's standing was changed by somebody; the end of a term tells nobody. */
public record StandingChanged(MemberId member, Standing standing) implements Event {}
