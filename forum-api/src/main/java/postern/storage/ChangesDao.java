package postern.storage;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Times are the server's own here: they order rows and are shown to nobody. */
interface ChangesDao {
  @SqlQuery("select uuid()")
  String name();

  @SqlQuery(
      """
      select lower(table_name)
      from information_schema.tables
      where table_schema = database()
      """)
  Set<String> tables();

  @SqlUpdate("insert into shown_changes (node, parts) values (:node, :parts)")
  void tell(String node, String parts);

  @SqlQuery(
      """
      select id, parts
      from shown_changes
      where at >= now(6) - interval :seconds second and node <> :node
      """)
  @RegisterConstructorMapper(Row.class)
  List<Row> since(int seconds, String node);

  @SqlUpdate("delete from shown_changes where at < now(6) - interval 60 second limit 10000")
  int sweep();

  record Row(long id, String parts) {}
}
