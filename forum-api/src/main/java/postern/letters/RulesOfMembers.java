package postern.letters;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.MemberId;
import postern.privacy.Keys;
import postern.storage.Tx;

/** Keeps each member's own choices about letters; what they list is sealed. */
final class RulesOfMembers {
  private final Keys keys;

  RulesOfMembers(Keys keys) {
    this.keys = keys;
  }

  LetterRules of(Tx tx, MemberId member) {
    return tx.dao(Dao.class)
        .find(member)
        .map(row -> new LetterRules(row.writers(), row.keeps(), listed(member, row.listed())))
        .orElse(LetterRules.DEFAULT);
  }

  void set(Tx tx, MemberId member, LetterRules rules) {
    var lines = String.join("\n", rules.listed());
    var sealed = lines.isEmpty() ? null : keys.sealText(lines, place(member));
    tx.dao(Dao.class).set(member, rules.writers(), rules.keeps(), sealed);
  }

  private List<String> listed(MemberId member, byte[] sealed) {
    return sealed == null
        ? List.of()
        : Arrays.asList(keys.openText(sealed, place(member)).split("\n"));
  }

  private static String place(MemberId member) {
    return "letter_rules:" + member;
  }

  interface Dao {
    @SqlQuery("select writers, keeps, listed from letter_rules where member = :member")
    @RegisterConstructorMapper(Row.class)
    Optional<Row> find(MemberId member);

    @SqlUpdate(
        """
        insert into letter_rules (member, writers, keeps, listed)
        values (:member, :writers, :keeps, :listed)
        on duplicate key update writers = values(writers), keeps = values(keeps), listed = values(listed)
        """)
    void set(MemberId member, Writers writers, boolean keeps, byte[] listed);

    record Row(Writers writers, boolean keeps, byte[] listed) {}
  }
}
