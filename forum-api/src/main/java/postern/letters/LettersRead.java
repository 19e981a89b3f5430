package postern.letters;

import postern.jobs.Event;
import postern.kernel.CorrespondenceId;
import postern.kernel.MemberId;

/** A member has opened a correspondence in which something was unread. */
public record LettersRead(CorrespondenceId correspondence, MemberId reader) implements Event {}
