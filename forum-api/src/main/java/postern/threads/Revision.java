package postern.threads;

import java.time.Instant;
import postern.accounts.Author;

/** One version of a post, the first is number 1; the last is what is shown. */
public record Revision(
    int number, Instant writtenAt, Author writtenBy, Post.Format format, String body) {}
