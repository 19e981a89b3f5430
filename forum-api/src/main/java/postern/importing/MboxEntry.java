package postern.importing;

import java.time.Instant;
import java.util.Optional;

/**
 * A message in an mbox file, not read yet.
 *
 * @param length in octets, as it stands in the file
 * @param delivered the date on its From line
 */
record MboxEntry(Place place, long length, Optional<Instant> delivered) {}
