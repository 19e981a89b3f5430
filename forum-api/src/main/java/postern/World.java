package postern;

import java.time.InstantSource;
import java.util.function.Function;
import postern.kernel.Ids;
import postern.kernel.Randomness;
import postern.storage.BlockIds;
import postern.storage.Database;

/** Time, chance and ids: injected, so that two runs of one script can be the same. */
public record World(InstantSource clock, Randomness randomness, Function<Database, Ids> ids) {
  public static World real() {
    var randomness = Randomness.secure();
    return new World(
        InstantSource.system(), randomness, database -> new BlockIds(database, randomness));
  }
}
