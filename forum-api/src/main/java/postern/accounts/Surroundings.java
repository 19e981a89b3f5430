package postern.accounts;

import postern.delivery.Notice;
import postern.http.Origin;
import postern.http.RateLimits;
import postern.jobs.Jobs;
import postern.kernel.AddressId;
import postern.kernel.Sources;
import postern.privacy.AddressVault;
import postern.privacy.Keys;
import postern.storage.Database;
import postern.storage.Tx;

/** What this room stands on. */
public record Surroundings(
    Database database,
    Sources sources,
    Jobs jobs,
    RateLimits limits,
    AddressVault vault,
    Keys keys,
    Mailer mailer,
    Origin origin) {

  /** The courier's sending of notices. */
  @FunctionalInterface
  public interface Mailer {
    void send(Tx tx, AddressId to, Notice notice);
  }
}
