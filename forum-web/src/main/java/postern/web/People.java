package postern.web;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import postern.accounts.Accounts;
import postern.accounts.Author;
import postern.accounts.MemberView;
import postern.kernel.MemberId;
import postern.storage.Database;

/** Names on pages, asked for once for a whole page. */
public final class People {
  private final Database database;
  private final Accounts accounts;

  public People(Database database, Accounts accounts) {
    this.database = database;
    this.accounts = accounts;
  }

  /** How to name each of these; every one that was asked for is in the answer. */
  public Map<MemberId, MemberName> named(Collection<MemberId> ids) {
    var known = database.read(tx -> accounts.authors(tx, ids));
    return ids.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                id -> id,
                id -> known.containsKey(id) ? name(known.get(id)) : MemberName.formerMember()));
  }

  public static MemberName name(Author author) {
    if (author.former()) {
      return MemberName.formerAuthor(author.name());
    }
    return author.erased()
        ? MemberName.formerMember()
        : MemberName.member(
            author.username(), author.displayName(), author.role(), author.avatarSeed());
  }

  public static MemberName name(MemberView member) {
    return MemberName.member(
        member.username(), member.displayName(), member.role(), member.avatarSeed());
  }
}
