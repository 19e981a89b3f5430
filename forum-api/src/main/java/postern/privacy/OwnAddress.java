package postern.privacy;

import java.time.Instant;
import postern.kernel.AddressId;

/** One of a member's own addresses, as that member sees it. */
public record OwnAddress(AddressId id, VisibleAddress address, boolean main, Instant confirmedAt) {}
