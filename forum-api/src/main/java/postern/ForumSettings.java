package postern;

import java.nio.file.Path;
import postern.accounts.AccountSettings;
import postern.delivery.DeliverySettings;
import postern.delivery.Outbound;
import postern.http.EdgeSettings;
import postern.jobs.JobSettings;
import postern.letters.LetterSettings;
import postern.mail.auth.AuthorSettings;
import postern.mail.smtp.SmtpSettings;
import postern.moderation.ModerationSettings;
import postern.notices.NoticeSettings;
import postern.search.SearchSettings;
import postern.threads.ThreadLimits;

/**
 * What the rooms need to know of this installation.
 *
 * @param name the forum's name, on pages and in mail
 * @param keyFile the keys that seal what is personal
 * @param posts how much and how fast members may write
 * @param moderation what the site chose about its moderators
 * @param notices how notices are collected and kept
 * @param search where this node's index lies
 * @param mailServer how mail comes in
 * @param authors how the senders of mail are proved
 */
public record ForumSettings(
    String name,
    Path keyFile,
    EdgeSettings edge,
    JobSettings jobs,
    DeliverySettings delivery,
    AccountSettings accounts,
    ThreadLimits posts,
    ModerationSettings moderation,
    NoticeSettings notices,
    SearchSettings search,
    SmtpSettings mailServer,
    AuthorSettings authors) {
  public ForumSettings {
    if (delivery.outbound() instanceof Outbound.Sandbox && !edge.origin().onLoopback()) {
      throw new IllegalArgumentException(
          "Without a relay host (POSTERN_RELAYHOST) mail is shown to everyone at /sandbox, so the"
              + " origin must be on loopback.");
    }
  }

  /** What the relay's rules need of all this. */
  LetterSettings letters() {
    return new LetterSettings(
        name, delivery.domain(), edge.origin(), LetterSettings.Limits.DEFAULT);
  }
}
