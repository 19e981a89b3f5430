package postern.threads;

import java.time.Instant;
import postern.kernel.MemberId;

/** One version of a post, the first is number 1; the last is what is shown. */
public record Revision(
    int number, Instant writtenAt, MemberId writtenBy, Post.Format format, String body) {}
