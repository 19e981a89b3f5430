package postern.accounts;

import postern.jobs.Event;
import postern.kernel.MemberId;

/** A member tied a former author's posts to themselves. */
public record AuthorClaimed(MemberId former, MemberId by) implements Event {}
