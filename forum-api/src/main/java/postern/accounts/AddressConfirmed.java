package postern.accounts;

import postern.jobs.Event;
import postern.kernel.AddressId;
import postern.kernel.MemberId;

/** A member has shown that mail to an address reaches them. */
public record AddressConfirmed(MemberId member, AddressId address) implements Event {}
