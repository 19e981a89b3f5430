package postern.accounts;

import postern.jobs.Event;
import postern.kernel.MemberId;

/** A member came to be: signed up and verified, or made by the operators. */
public record MemberJoined(MemberId member) implements Event {}
