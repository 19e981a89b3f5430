package postern.threads;

import java.time.Duration;

/** What this room keeps for who reads on: built together, and swept by schedules. */
public record Reading(ReadMarks marks, ReadingLists lists, Bookmarks bookmarks, Drafts drafts) {
  static Reading of(Ground ground, ThreadLists lists, ThreadLimits limits) {
    var marks = new ReadMarks(ground, limits.reading());
    var drafts = new Drafts(ground, limits);
    ground.jobs().every("sweep-read-positions", Duration.ofHours(6), marks::sweep);
    ground.jobs().every("sweep-drafts", Duration.ofHours(6), drafts::sweep);
    return new Reading(
        marks,
        new ReadingLists(ground, lists, marks),
        new Bookmarks(ground, limits.reading()),
        drafts);
  }
}
