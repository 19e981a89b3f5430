package postern.accounts;

import java.time.Duration;
import java.util.Optional;
import postern.kernel.AddressId;
import postern.kernel.MemberId;
import postern.kernel.Sources;
import postern.kernel.Token;
import postern.storage.Tx;

/** The secrets in our mails' links: each opens one thing once, before a time. */
final class MailedTokens {
  private final Sources sources;

  MailedTokens(Sources sources) {
    this.sources = sources;
  }

  Token issue(Tx tx, TokenPurpose purpose, long subject, Duration life) {
    return issue(tx, purpose, subject, null, null, life);
  }

  /**
   * @param told the address that the mail goes to and that comes back
   * @param other the one that then goes, if any
   */
  Token issueUndo(
      Tx tx, MemberId member, AddressId told, Optional<AddressId> other, Duration life) {
    return issue(tx, TokenPurpose.UNDO_ADDRESS, member.value(), told, other.orElse(null), life);
  }

  private Token issue(
      Tx tx, TokenPurpose purpose, long subject, AddressId told, AddressId other, Duration life) {
    var token = sources.token();
    tx.dao(MailedTokensDao.class)
        .insert(token.hash(), purpose, subject, told, other, sources.now().plus(life));
    return token;
  }

  /** Looks without using it up. */
  Optional<MailedTokensDao.Row> find(Tx tx, TokenPurpose purpose, Token token) {
    return tx.dao(MailedTokensDao.class).find(token.hash(), purpose, sources.now());
  }

  /** Uses it up: of two at the same time, one finds it gone. */
  Optional<MailedTokensDao.Row> use(Tx tx, TokenPurpose purpose, Token token) {
    return find(tx, purpose, token)
        .filter(_ -> tx.dao(MailedTokensDao.class).delete(token.hash()) == 1);
  }

  /** Ends every other link of this kind for the same thing. */
  void endAll(Tx tx, TokenPurpose purpose, long subject) {
    tx.dao(MailedTokensDao.class).deleteAll(purpose, subject);
  }
}
