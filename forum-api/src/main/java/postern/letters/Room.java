package postern.letters;

import postern.accounts.Accounts;
import postern.delivery.Courier;
import postern.http.RateLimits;
import postern.jobs.Jobs;
import postern.kernel.Sources;
import postern.privacy.AddressVault;
import postern.privacy.Blocks;
import postern.privacy.Elections;
import postern.privacy.Keys;
import postern.storage.Database;

/** What this room stands on: the doors below it, and its settings. */
public record Room(
    Database database,
    Sources sources,
    Jobs jobs,
    RateLimits limits,
    Keys keys,
    AddressVault vault,
    Elections elections,
    Blocks blocks,
    Courier courier,
    Accounts accounts,
    LetterSettings settings) {}
