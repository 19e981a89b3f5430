package postern.notices;

import postern.kernel.MemberId;
import postern.storage.Tx;

/** Mails the notices of those who asked for it. */
final class NoticeMails {
  void due(Tx tx, MemberId member, Pace pace) {}
}
