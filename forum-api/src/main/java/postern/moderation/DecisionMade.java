package postern.moderation;

import postern.jobs.Event;
import postern.kernel.MemberId;

/**
 * Moderators decided something about this member, who is to be told; {@link Decisions#told} says
 * what, why and until when.
 */
public record DecisionMade(DecisionId decision, MemberId member) implements Event {}
