package postern.notices;

import java.util.EnumMap;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.MemberId;

interface RulesDao {
  @SqlQuery(
      """
      select member, mention, answer, reply, thread, letter, decision, watch_on_posting, pace
      from notice_rules
      where member = :member
      """)
  @RegisterConstructorMapper(Row.class)
  Optional<Row> find(MemberId member);

  @SqlUpdate(
      """
      insert into notice_rules (member, mention, answer, reply, thread, letter, decision, watch_on_posting, pace)
      values (:member, :mention, :answer, :reply, :thread, :letter, :decision, :watchOnPosting, :pace)
      on duplicate key update mention = values(mention), answer = values(answer), reply = values(reply),
        thread = values(thread), letter = values(letter), decision = values(decision),
        watch_on_posting = values(watch_on_posting), pace = values(pace)
      """)
  void set(@BindMethods Row row);

  record Row(
      MemberId member,
      Channel mention,
      Channel answer,
      Channel reply,
      Channel thread,
      Channel letter,
      Channel decision,
      boolean watchOnPosting,
      Pace pace) {
    static Row of(MemberId member, NoticeRules rules) {
      return new Row(
          member,
          rules.of(NoticeKind.MENTION),
          rules.of(NoticeKind.ANSWER),
          rules.of(NoticeKind.REPLY),
          rules.of(NoticeKind.THREAD),
          rules.of(NoticeKind.LETTER),
          rules.of(NoticeKind.DECISION),
          rules.watchOnPosting(),
          rules.pace());
    }

    NoticeRules rules() {
      var channels = new EnumMap<NoticeKind, Channel>(NoticeKind.class);
      channels.put(NoticeKind.MENTION, mention);
      channels.put(NoticeKind.ANSWER, answer);
      channels.put(NoticeKind.REPLY, reply);
      channels.put(NoticeKind.THREAD, thread);
      channels.put(NoticeKind.LETTER, letter);
      channels.put(NoticeKind.DECISION, decision);
      return new NoticeRules(channels, watchOnPosting, pace);
    }
  }
}
