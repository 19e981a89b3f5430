package postern.accounts;

import java.util.Optional;
import postern.delivery.Notice;
import postern.kernel.AddressId;
import postern.kernel.MemberId;
import postern.kernel.Token;
import postern.kernel.Username;
import postern.privacy.OwnAddress;
import postern.storage.Tx;

/**
 * Tells an address what was changed about it, and lets it undo that for some days. Only the older
 * of two addresses may undo: whoever came in by a new one cannot use its mails to come back.
 */
final class AddressNews {
  private final Surroundings around;
  private final AccountSettings settings;
  private final Passwords passwords;
  private final MailedTokens tokens;
  private final Mails mails;

  AddressNews(Surroundings around, AccountSettings settings, Passwords passwords) {
    this.around = around;
    this.settings = settings;
    this.passwords = passwords;
    this.tokens = new MailedTokens(around.sources());
    this.mails = new Mails(around.origin());
  }

  /** The main address was there first, so it can always undo. */
  void added(Tx tx, MemberId member, AddressId main, AddressId added) {
    var undo = undo(tx, member, main, Optional.of(added));
    send(tx, main, mails.addressAdded(username(tx, member), undo, settings.undoLifetime()));
  }

  void mainChanged(Tx tx, MemberId member, OwnAddress before, OwnAddress now) {
    if (before.id().equals(now.id())) {
      return;
    }
    var name = username(tx, member);
    send(
        tx,
        before.id(),
        older(before, now)
            ? mails.mainChanged(
                name, undo(tx, member, before.id(), Optional.of(now.id())), settings.undoLifetime())
            : mails.mainChanged(name));
  }

  void removed(Tx tx, MemberId member, OwnAddress removed, OwnAddress main) {
    var name = username(tx, member);
    send(
        tx,
        removed.id(),
        older(removed, main)
            ? mails.removed(
                name,
                undo(tx, member, removed.id(), Optional.of(main.id())),
                settings.undoLifetime())
            : mails.removed(name));
  }

  /**
   * The told address is the main one again, what took its place goes, and everybody is signed out.
   */
  AddressChange undo(Tx tx, Token link) {
    var used = tokens.use(tx, TokenPurpose.UNDO_ADDRESS, link);
    if (used.isEmpty()) {
      return new AddressChange.NoSuchLink();
    }
    var member = new MemberId(used.get().subject());
    var told = used.get().told().orElseThrow();
    if (!around.vault().confirm(tx, told, member)) {
      return new AddressChange.NoSuchLink();
    }
    around.vault().makeMain(tx, member, told);
    used.get().other().ifPresent(other -> around.vault().retire(tx, member, other));
    around.jobs().publish(tx, new AddressConfirmed(member, told));
    endWaiting(tx, member);
    passwords.signOut(tx, member);
    return new AddressChange.Done(member);
  }

  // What a thief asked for and has not confirmed yet must not be confirmed afterwards, and no
  // mailed link for a new
  // password may outlive the address it went to.
  private void endWaiting(Tx tx, MemberId member) {
    var dao = tx.dao(AddressChangesDao.class);
    for (var change : dao.of(member)) {
      tokens.endAll(tx, TokenPurpose.CONFIRM_ADDRESS, change.id());
      dao.delete(change.id());
    }
    tokens.endAll(tx, TokenPurpose.RESET, member.value());
  }

  private Token undo(Tx tx, MemberId member, AddressId told, Optional<AddressId> other) {
    return tokens.issueUndo(tx, member, told, other, settings.undoLifetime().toJavaDuration());
  }

  private static boolean older(OwnAddress one, OwnAddress other) {
    return one.confirmedAt().isBefore(other.confirmedAt());
  }

  private void send(Tx tx, AddressId to, Notice notice) {
    around.mailer().send(tx, to, notice);
  }

  private static Username username(Tx tx, MemberId member) {
    return tx.dao(CredentialsDao.class).of(member.value()).orElseThrow().username();
  }
}
