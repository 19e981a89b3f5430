package postern.delivery;

import postern.kernel.EmailAddress;

/** Hands mail to the relay host. */
final class RelayTransport implements Transport {
  static RelayTransport to(Outbound.Relay relay, String domain) {
    return new RelayTransport();
  }

  @Override
  public Attempted attempt(long mail, String returnPath, EmailAddress to, byte[] finished) {
    return new Attempted.Deferred(451);
  }
}
