package postern.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.util.Duration;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import postern.kernel.Randomness;

class EmbeddedServerTest {
  @TempDir Path folder;

  @BeforeAll
  static void shareTheProgram() {
    if (System.getProperty("postern.database.program") == null) {
      System.setProperty(
          "postern.database.program", Path.of("target", "database-program").toString());
    }
  }

  private Storage open(Storage.Role role, int minimumFreeMegabytes) {
    var settings =
        new DatabaseSettings("", "", "", 4, Duration.seconds(1), 32, minimumFreeMegabytes);
    return Storage.open(settings, folder, role, Randomness.secure());
  }

  private static long reached(Storage storage) {
    return storage.database().<Long>read(tx -> tx.dao(BlockIds.Dao.class).reached());
  }

  private static void advance(Storage storage) {
    storage.database().run(tx -> tx.dao(BlockIds.Dao.class).advance(1));
  }

  @Test
  void keepsWhatWasWrittenFromOneStartToTheNext() {
    try (var first = open(Storage.Role.SERVICE, 0)) {
      advance(first);
    }
    try (var second = open(Storage.Role.SERVICE, 0)) {
      assertThat(reached(second)).isEqualTo(2);
    }
  }

  @Test
  void refusesASecondServiceOnTheSameFolderAndLetsACommandJoin() {
    try (var service = open(Storage.Role.SERVICE, 0)) {
      assertThatThrownBy(() -> open(Storage.Role.SERVICE, 0))
          .isInstanceOf(StorageRefusal.class)
          .hasMessageContaining("Another Postern already uses the data folder");
      try (var command = open(Storage.Role.COMMAND, 0)) {
        advance(command);
      }
      assertThat(reached(service)).isEqualTo(2);
    }
  }

  @Test
  void letsNobodyInWithoutTheDrawnPassword() {
    try (var service = open(Storage.Role.SERVICE, 0)) {
      var url = Access.read(folder.resolve("database")).orElseThrow().url();
      for (var user : new String[] {"root", "postern", "mysql", ""}) {
        for (var password : new String[] {"", user, "postern"}) {
          assertThatThrownBy(() -> DriverManager.getConnection(url, user, password).close())
              .isInstanceOf(SQLException.class);
        }
      }
      assertThat(reached(service)).isEqualTo(1);
    }
  }

  @Test
  void startsTheServerAgainWhenItDiesAndHasLostNothing() throws Exception {
    try (var service = open(Storage.Role.SERVICE, 0)) {
      advance(service);
      ProcessHandle.current()
          .descendants()
          .filter(process -> process.info().command().orElse("").endsWith("mariadbd"))
          .filter(process -> arguments(process).contains(folder.toString()))
          .forEach(ProcessHandle::destroyForcibly);
      assertThatThrownBy(() -> reached(service)).isInstanceOf(StorageTrouble.Unavailable.class);
      assertThat(awaitReached(service)).isEqualTo(2);
    }
  }

  @Test
  void refusesWritesBeforeTheDiskIsFullAndStillReads() {
    try (var ample = open(Storage.Role.SERVICE, 0)) {
      advance(ample);
    }
    try (var full = open(Storage.Role.SERVICE, Integer.MAX_VALUE)) {
      assertThatThrownBy(() -> advance(full)).isInstanceOf(StorageTrouble.Full.class);
      assertThat(reached(full)).isEqualTo(2);
    }
  }

  @Test
  void refusesServersOnWhichDataWouldBeLost() {
    for (var version :
        new String[] {"5.7.44", "10.11.6-MariaDB-0+deb12u1", "5.5.5-10.5.1-MariaDB"}) {
      assertThatThrownBy(() -> ServerVersion.parse(version).require())
          .isInstanceOf(StorageRefusal.class)
          .hasMessageContaining("Postern needs");
    }
    for (var version : new String[] {"8.0.36", "8.4.2", "11.4.5-MariaDB", "12.0.1-MariaDB-log"}) {
      ServerVersion.parse(version).require();
    }
  }

  private static String arguments(ProcessHandle process) {
    return String.join(" ", process.info().arguments().orElse(new String[0]));
  }

  private static long awaitReached(Storage storage) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      try {
        return reached(storage);
      } catch (StorageTrouble notYet) {
        Thread.sleep(100);
      }
    }
    throw new AssertionError("the server did not come back");
  }
}
