package postern;

import java.io.IOException;
import java.time.Duration;
import postern.accounts.Accounts;
import postern.boards.Boards;
import postern.boards.Groups;
import postern.importing.Imports;
import postern.intake.Intake;
import postern.intake.OperatorsMailbox;
import postern.letters.Letters;
import postern.letters.Room;
import postern.mail.auth.Authors;
import postern.mail.smtp.SmtpServer;
import postern.moderation.ActionLog;
import postern.moderation.Moderation;
import postern.notices.Notices;
import postern.search.Searches;
import postern.sessions.Sessions;
import postern.storage.Database;
import postern.storage.Storage;
import postern.threads.Discussions;
import postern.threads.Ground;

/**
 * The house: every room, built from the bottom up. A room is given what it stands on and nothing
 * else.
 */
public record Forum(
    Foundation foundation,
    Accounts accounts,
    Boards boards,
    Groups groups,
    Sessions sessions,
    Discussions discussions,
    Letters letters,
    Moderation moderation,
    Notices notices,
    Searches searches,
    Intake intake,
    SmtpServer mailServer)
    implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(15);

  public static Forum of(ForumSettings settings, Storage storage, World world) {
    var base = Foundation.of(settings, storage, world);
    Database database = storage.database();
    var sources = base.sources();
    var accounts = Accounts.of(base.surroundings(), settings.accounts());
    base.resumeConfirmed();
    var boards = Boards.of(database, sources);
    var groups = Groups.of(database, sources);
    var sessions = Sessions.of(base.surroundings(), accounts, boards);
    var actions = ActionLog.of(sources, base.jobs(), accounts);
    var ground =
        new Ground(database, sources, base.jobs(), base.limits(), boards, accounts, actions);
    var discussions = Discussions.of(ground, settings.posts());
    var searches = Searches.of(ground, discussions, settings.search());
    var letters = Letters.of(room(base, accounts));
    var moderation = Moderation.of(ground, discussions, actions, settings.moderation());
    var notices =
        Notices.of(base.noticeRoom(accounts, sessions, boards, discussions, letters, moderation));
    var intake =
        new Intake(
            database,
            base.vault(),
            new Intake.Rooms(
                letters,
                notices,
                base.delivery().bounces(),
                OperatorsMailbox.of(database, sources, base.keys(), base.jobs()),
                base.delivery().figures()),
            base.delivery().returnPaths(),
            new Authors(settings.authors(), settings.delivery().domain(), world.clock()));
    var mailServer = new SmtpServer(settings.mailServer(), intake, intake);
    return new Forum(
        base,
        accounts,
        boards,
        groups,
        sessions,
        discussions,
        letters,
        moderation,
        notices,
        searches,
        intake,
        mailServer);
  }

  private static Room room(Foundation base, Accounts accounts) {
    return new Room(
        base.storage().database(),
        base.sources(),
        base.jobs(),
        base.limits(),
        base.keys(),
        base.vault(),
        base.elections(),
        base.blocks(),
        base.delivery().courier(),
        accounts,
        base.settings().letters());
  }

  /** For the operator's archives. */
  public Imports imports() {
    return new Imports(
        foundation.storage().database(),
        foundation.sources(),
        foundation.vault(),
        accounts.formerAuthors(),
        discussions.archives());
  }

  /** Begins to work off jobs and to take mail; fails when the mail port is taken. */
  public void start() throws IOException {
    foundation.follower().start();
    searches.start();
    foundation.jobRunner().start();
    mailServer.start();
  }

  /** Finishes what is in hand; the storage is its opener's to close. */
  @Override
  public void close() {
    stopMail();
    foundation.follower().close();
    foundation.jobRunner().close();
    searches.close();
    foundation.delivery().close();
  }

  private void stopMail() {
    try {
      mailServer.stop(GRACE);
    } catch (IOException alreadyClosed) {
      // Nobody is waiting on that socket any more.
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Settings hold secrets. */
  @Override
  public String toString() {
    return "Forum";
  }
}
