package postern.threads;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.MemberId;

/** Words that hold a post, and what new members wrote lately. */
interface HeldWordsDao {
  @SqlQuery("select id, word, added_at from held_words order by folded")
  @RegisterConstructorMapper(HeldWord.class)
  List<HeldWord> all();

  @SqlQuery("select folded from held_words")
  List<String> folded();

  @SqlQuery("select count(*) from held_words")
  int count();

  @SqlUpdate(
      """
      insert ignore into held_words (id, word, folded, added_at)
      values (:id, :word, :folded, :at)
      """)
  int add(long id, String word, String folded, Instant at);

  @SqlUpdate("delete from held_words where id = :id")
  int remove(long id);

  @SqlQuery("select count(*) from text_prints where print = :print and at > :since")
  int printed(byte[] print, Instant since);

  @SqlUpdate(
      """
      insert into text_prints (print, author_id, at)
      values (:print, :author, :at)
      on duplicate key update at = values(at)
      """)
  void print(byte[] print, MemberId author, Instant at);

  @SqlUpdate("delete from text_prints where at < :before limit 10000")
  int sweepPrints(Instant before);
}
