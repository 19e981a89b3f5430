package postern.notices;

import postern.kernel.MemberId;
import postern.storage.Tx;

/** Keeps each member's own choices. */
final class RulesOfMembers {
  private RulesOfMembers() {}

  static NoticeRules of(Tx tx, MemberId member) {
    return tx.dao(RulesDao.class).find(member).map(RulesDao.Row::rules).orElse(NoticeRules.DEFAULT);
  }

  static void set(Tx tx, MemberId member, NoticeRules rules) {
    tx.dao(RulesDao.class).set(RulesDao.Row.of(member, rules));
  }
}
