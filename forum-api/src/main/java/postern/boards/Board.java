package postern.boards;

import java.time.Instant;
import postern.kernel.BoardId;

/**
 * A category of threads.
 *
 * @param read who may read it; who may not is told that it does not exist
 * @param reply who may answer in its threads
 * @param start who may start threads in it
 * @param approveFirst how many posts of a new member wait for a moderator first; 0 for none
 */
public record Board(
    BoardId id,
    String slug,
    String title,
    String description,
    int position,
    Audience read,
    Audience reply,
    Audience start,
    int approveFirst,
    Instant createdAt) {}
