package postern.web.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import postern.storage.Database;

/**
 * Looks for the addresses of a file in every column of the database that holds text, whichever room
 * it is of: none may be there, since addresses lie sealed.
 */
final class AddressSearch {
  private static final Pattern SHAPE =
      Pattern.compile(
          "[\\p{L}\\p{N}.!#$%&*+=?^_~-]++@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

  private final Set<String> addresses = new HashSet<>();

  static AddressSearch forAddressesIn(Path file) throws IOException {
    var search = new AddressSearch();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      lines.lines().forEach(search::collect);
    }
    return search;
  }

  private void collect(String line) {
    var found = SHAPE.matcher(line.toLowerCase(Locale.ROOT));
    while (found.find()) {
      if (found.group().indexOf('.', found.group().indexOf('@')) > 0) {
        addresses.add(found.group());
      }
    }
  }

  int addresses() {
    return addresses.size();
  }

  /** The columns that hold one, with how many texts; never the address. */
  List<String> columnsWithAny(Database database) {
    var places = new ArrayList<String>();
    for (var column : database.read(tx -> tx.dao(Texts.class).columns())) {
      long hits =
          database.read(
              tx ->
                  tx.dao(Texts.class).withAt(column.ofTable(), column.named()).stream()
                      .filter(this::holdsOne)
                      .count());
      if (hits > 0) {
        places.add(column.ofTable() + "." + column.named() + ": " + hits);
      }
    }
    return places;
  }

  private boolean holdsOne(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return addresses.stream().anyMatch(lower::contains);
  }

  /** A column that holds text. */
  public record Column(String ofTable, String named) {}

  interface Texts {
    @SqlQuery(
        """
        select table_name as of_table, column_name as named
        from information_schema.columns
        where table_schema = database()
          and data_type in ('char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext')
        order by table_name, column_name
        """)
    @RegisterConstructorMapper(Column.class)
    List<Column> columns();

    @SqlQuery("select `<column>` from `<table>` where `<column>` like '%@%'")
    List<String> withAt(@Define String table, @Define String column);
  }
}
