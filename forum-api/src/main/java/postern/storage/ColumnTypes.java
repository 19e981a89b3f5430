package postern.storage;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import postern.kernel.Id;
import postern.kernel.Username;

/**
 * How the kernel's values lie in columns: ids as bigint, times as UTC datetime(6), usernames as
 * text.
 */
final class ColumnTypes {
  private ColumnTypes() {}

  static void register(Jdbi jdbi) {
    jdbi.registerArgument(new IdArgument());
    jdbi.registerColumnMapper(new IdColumn());
    jdbi.registerArgument(new InstantArgument());
    jdbi.registerColumnMapper(
        Instant.class,
        (row, column, _) -> {
          var local = row.getObject(column, LocalDateTime.class);
          return local == null ? null : local.toInstant(ZoneOffset.UTC);
        });
    jdbi.registerArgument(new UsernameArgument());
    jdbi.registerColumnMapper(
        Username.class,
        (row, column, _) -> {
          var text = row.getString(column);
          return text == null ? null : new Username(text);
        });
  }

  private static final class IdArgument implements ArgumentFactory {
    @Override
    public Optional<Argument> build(Type type, Object value, ConfigRegistry config) {
      if (value instanceof Id id) {
        return Optional.of((position, statement, _) -> statement.setLong(position, id.value()));
      }
      return value == null && type instanceof Class<?> c && Id.class.isAssignableFrom(c)
          ? Optional.of((position, statement, _) -> statement.setNull(position, Types.BIGINT))
          : Optional.empty();
    }
  }

  private static final class IdColumn implements ColumnMapperFactory {
    @Override
    public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
      return type instanceof Class<?> c && Id.class.isAssignableFrom(c) && c.isRecord()
          ? Optional.of(mapper(c))
          : Optional.empty();
    }

    private static ColumnMapper<?> mapper(Class<?> type) {
      MethodHandle constructor = constructor(type);
      return (row, column, _) -> {
        long value = row.getLong(column);
        if (row.wasNull()) {
          return null;
        }
        try {
          return constructor.invoke(value);
        } catch (Throwable impossible) {
          throw new IllegalStateException("an id in the database is not positive", impossible);
        }
      };
    }

    private static MethodHandle constructor(Class<?> type) {
      try {
        return MethodHandles.publicLookup()
            .findConstructor(type, MethodType.methodType(void.class, long.class));
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(Types.TIMESTAMP);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      var local = LocalDateTime.ofInstant(value.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
      return (position, statement, _) -> statement.setObject(position, local);
    }
  }

  private static final class UsernameArgument extends AbstractArgumentFactory<Username> {
    UsernameArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(Username value, ConfigRegistry config) {
      return (position, statement, _) -> statement.setString(position, value.text());
    }
  }
}
