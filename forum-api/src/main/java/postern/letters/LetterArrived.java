package postern.letters;

import postern.jobs.Event;
import postern.kernel.CorrespondenceId;
import postern.kernel.LetterId;
import postern.kernel.MemberId;

/** A letter was taken for its reader, by site or by mail. */
public record LetterArrived(
    LetterId letter, CorrespondenceId correspondence, MemberId sender, MemberId reader)
    implements Event {}
