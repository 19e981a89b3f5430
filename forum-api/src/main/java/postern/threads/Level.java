package postern.threads;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import java.time.Instant;
import java.util.Objects;
import postern.accounts.MemberView;
import postern.http.Rule;

/**
 * How much a member may write who has come so far. Both conditions must hold.
 *
 * @param name for the operator alone; no page names it
 * @param afterAge how long the account must be old
 * @param afterPosts how many posts of theirs can be read
 * @param postsPerHour posts in any thread, first ones included
 * @param threadsPerDay threads they start
 * @param linksPerPost different links to other hosts; a post with more waits for a moderator
 */
public record Level(
    @JsonProperty String name,
    @JsonProperty Duration afterAge,
    @JsonProperty int afterPosts,
    @JsonProperty int postsPerHour,
    @JsonProperty int threadsPerDay,
    @JsonProperty int linksPerPost) {
  public Level {
    afterAge = Objects.requireNonNullElse(afterAge, Duration.days(0));
    if (name == null
        || afterPosts < 0
        || postsPerHour < 1
        || threadsPerDay < 1
        || linksPerPost < 0) {
      throw new IllegalArgumentException("a level has a name and what it allows");
    }
  }

  boolean reached(MemberView member, Instant now) {
    return member.posts() >= afterPosts
        && !member.joinedAt().plus(afterAge.toJavaDuration()).isAfter(now);
  }

  Rule posts() {
    return new Rule("posts-of-level", postsPerHour, java.time.Duration.ofHours(1));
  }

  Rule threads() {
    return new Rule("threads-of-level", threadsPerDay, java.time.Duration.ofDays(1));
  }
}
