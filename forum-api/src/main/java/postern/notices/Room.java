package postern.notices;

import postern.accounts.Accounts;
import postern.boards.Boards;
import postern.delivery.Courier;
import postern.http.Origin;
import postern.jobs.Jobs;
import postern.kernel.Sources;
import postern.letters.Letters;
import postern.moderation.Decisions;
import postern.privacy.AddressVault;
import postern.privacy.Blocks;
import postern.privacy.Keys;
import postern.sessions.Sessions;
import postern.storage.Database;
import postern.threads.Discussions;

/** What this room stands on: the means below it, the doors that it asks, and its settings. */
public record Room(Means means, Doors doors, House house, NoticeSettings settings) {
  /** What every room has. */
  public record Means(Database database, Sources sources, Jobs jobs, Keys keys) {}

  /** The doors below. */
  public record Doors(
      Accounts accounts,
      Sessions sessions,
      Boards boards,
      Discussions discussions,
      Letters letters,
      Decisions decisions,
      Blocks blocks) {}

  /**
   * What a mail needs.
   *
   * @param domain the relay domain
   */
  public record House(
      AddressVault vault, Courier courier, Origin origin, String forumName, String domain) {}

  Database database() {
    return means.database();
  }

  Sources sources() {
    return means.sources();
  }
}
