package postern.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.kernel.Viewer;
import postern.privacy.Purpose;
import postern.storage.Storage;
import postern.storage.TestDatabase;

class ProfilesTest {
  private Storage storage;
  private TestAccounts room;
  private Profiles profiles;
  private Viewer.Member ada;

  @BeforeEach
  void open() {
    storage = TestDatabase.fresh();
    room = new TestAccounts(storage.database());
    profiles = room.accounts.profiles();
    ada = room.viewer(room.member("ada"));
  }

  @AfterEach
  void close() {
    storage.close();
  }

  private String name() {
    return storage.database().read(tx -> room.accounts.author(tx, ada.id())).name();
  }

  @Test
  void showsADisplayNameAndTakesItAway() {
    assertThat(profiles.setDisplayName(ada, "  Ada   Λοβλάς 🦆 "))
        .isInstanceOf(Profiles.Changed.Done.class);
    assertThat(name()).isEqualTo("Ada Λοβλάς 🦆");
    profiles.setDisplayName(ada, " ");
    assertThat(name()).isEqualTo("ada");
  }

  @Test
  void keepsTheNameWhenAnotherIsRefused() {
    assertThat(profiles.setDisplayName(ada, "Forum Admin"))
        .isEqualTo(new Profiles.Changed.NotAsName(DisplayName.Refusal.TITLE));
    assertThat(name()).isEqualTo("ada");
  }

  @Test
  void cutsNoNameButRefusesOneThatIsTooLong() {
    assertThat(profiles.setDisplayName(ada, "é".repeat(60)))
        .isInstanceOf(Profiles.Changed.Done.class);
    assertThat(profiles.setDisplayName(ada, "é".repeat(61)))
        .isEqualTo(new Profiles.Changed.NotAsName(DisplayName.Refusal.TOO_LONG));
  }

  @Test
  void keepsPersonalFieldsSealedAndEmptiesThem() {
    profiles.set(ada, PersonalField.PHONE, "555 0100");
    assertThat(profiles.own(ada).get(PersonalField.PHONE).text()).isEqualTo("555 0100");
    var stored =
        storage
            .database()
            .read(tx -> tx.dao(PersonalFieldsDao.class).one(ada.id(), PersonalField.PHONE))
            .orElseThrow();
    assertThat(new String(stored.sealed(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("555");
    profiles.set(ada, PersonalField.PHONE, "");
    assertThat(profiles.own(ada)).isEmpty();
    assertThat(profiles.set(ada, PersonalField.PHONE, "5".repeat(41)))
        .isEqualTo(new Profiles.Changed.TooLong(PersonalField.PHONE, 40));
  }

  @Test
  void refusesAReadForAPurposeThatAFieldDoesNotServe() {
    profiles.set(ada, PersonalField.PHONE, "555 0100");
    var read =
        storage
            .database()
            .read(tx -> profiles.read(tx, ada.id(), PersonalField.PHONE, Purpose.SERVICE));
    assertThat(read).contains("555 0100");
    for (var field : PersonalField.values()) {
      for (var purpose : Purpose.values()) {
        if (!field.purposes().contains(purpose)) {
          assertThatThrownBy(
                  () -> storage.database().read(tx -> profiles.read(tx, ada.id(), field, purpose)))
              .isInstanceOf(IllegalArgumentException.class);
        }
      }
    }
  }
}
