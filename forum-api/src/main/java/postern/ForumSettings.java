package postern;

import java.nio.file.Path;
import postern.accounts.AccountSettings;
import postern.delivery.DeliverySettings;
import postern.delivery.Outbound;
import postern.http.EdgeSettings;
import postern.jobs.JobSettings;

/**
 * What the rooms need to know of this installation.
 *
 * @param name the forum's name, on pages and in mail
 * @param keyFile the keys that seal what is personal
 */
public record ForumSettings(
    String name,
    Path keyFile,
    EdgeSettings edge,
    JobSettings jobs,
    DeliverySettings delivery,
    AccountSettings accounts) {
  public ForumSettings {
    if (delivery.outbound() instanceof Outbound.Sandbox && !edge.origin().onLoopback()) {
      throw new IllegalArgumentException(
          "Without a relay host (POSTERN_RELAYHOST) mail is shown to everyone at /sandbox, so the"
              + " origin must be on loopback.");
    }
  }
}
