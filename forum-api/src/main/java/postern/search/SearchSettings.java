package postern.search;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How this node searches.
 *
 * @param folder where its index lies; no other node works in it
 * @param poll how often the database is asked for what other nodes wrote
 */
public record SearchSettings(Path folder, Duration poll) {}
