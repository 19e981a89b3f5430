package postern.storage;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.sqlobject.SqlObjectFactory;

/**
 * What Jdbi knows of the rooms' DAOs. It would read each one's annotations anew in every
 * transaction, since a handle's copy of the settings is thrown away with what it has learned; that
 * was the largest part of a page's cost. Learned here once, it is in every later copy.
 */
final class Daos {
  private final Jdbi jdbi;
  private final Set<Class<?>> known = ConcurrentHashMap.newKeySet();

  Daos(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void learn(Class<?> dao) {
    if (known.contains(dao)) {
      return;
    }
    var extensions = jdbi.getConfig(Extensions.class);
    extensions
        .findFactory(SqlObjectFactory.class)
        .ifPresent(factory -> extensions.findMetadata(dao, factory));
    known.add(dao);
  }
}
