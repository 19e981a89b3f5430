package postern.accounts;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import postern.kernel.MemberId;
import postern.kernel.Viewer;
import postern.privacy.Purpose;
import postern.storage.Tx;

/**
 * What members say of themselves: a public display name, and optional fields that only they see.
 */
public final class Profiles {
  private final Surroundings around;
  private final AccountSettings settings;

  Profiles(Surroundings around, AccountSettings settings) {
    this.around = around;
    this.settings = settings;
  }

  /** A filled field, and when its owner last set it. */
  public record Filled(String text, Instant setAt) {
    /** Hides what it holds. */
    @Override
    public String toString() {
      return "Filled[hidden]";
    }
  }

  /** How a change ended. */
  public sealed interface Changed {
    record Done() implements Changed {}

    record NotAsName(DisplayName.Refusal why) implements Changed {}

    record TooLong(PersonalField field, int most) implements Changed {}
  }

  /** Sets what members are called beside their username; an empty text takes it away. */
  public Changed setDisplayName(Viewer.Member by, String typed) {
    return switch (DisplayName.judge(typed)) {
      case DisplayName.Judged.Taken(var name) -> setName(by.id(), name.text());
      case DisplayName.Judged.Empty _ -> setName(by.id(), null);
      case DisplayName.Judged.Refused(var why) -> new Changed.NotAsName(why);
    };
  }

  /** Draws another picture. */
  public void newAvatar(Viewer.Member by) {
    long seed = Names.seed(around.sources().randomness());
    around.database().run(tx -> tx.dao(PersonalFieldsDao.class).setAvatarSeed(by.id(), seed));
  }

  /** Fills one field; an empty text empties it, and nothing of it is kept. */
  public Changed set(Viewer.Member by, PersonalField field, String typed) {
    var text = typed == null ? "" : DisplayName.invisibleOut(typed).strip();
    if (text.codePointCount(0, text.length()) > most(field)) {
      return new Changed.TooLong(field, most(field));
    }
    around
        .database()
        .run(
            tx -> {
              var dao = tx.dao(PersonalFieldsDao.class);
              if (text.isEmpty()) {
                dao.empty(by.id(), field);
              } else {
                var sealed = around.keys().sealText(text, place(by.id(), field));
                dao.set(by.id(), field, sealed, around.sources().now());
              }
            });
    return new Changed.Done();
  }

  /** The owner's own filled fields. */
  public Map<PersonalField, Filled> own(Viewer.Member member) {
    return around
        .database()
        .read(
            tx -> {
              var fields = new EnumMap<PersonalField, Filled>(PersonalField.class);
              tx.dao(PersonalFieldsDao.class)
                  .all(member.id())
                  .forEach(row -> fields.put(row.field(), open(member.id(), row)));
              return fields;
            });
  }

  /**
   * Reads one field for a purpose.
   *
   * @throws IllegalArgumentException when the field does not serve this purpose: a bug
   */
  public Optional<String> read(Tx tx, MemberId member, PersonalField field, Purpose purpose) {
    if (!field.purposes().contains(purpose)) {
      throw new IllegalArgumentException(field + " does not serve " + purpose);
    }
    return tx.dao(PersonalFieldsDao.class).one(member, field).map(row -> open(member, row).text());
  }

  private Changed setName(MemberId member, String name) {
    around.database().run(tx -> tx.dao(PersonalFieldsDao.class).setDisplayName(member, name));
    return new Changed.Done();
  }

  private Filled open(MemberId member, PersonalFieldsDao.Row row) {
    return new Filled(
        around.keys().openText(row.sealed(), place(member, row.field())), row.setAt());
  }

  private int most(PersonalField field) {
    return switch (field) {
      case JOB_TITLE -> settings.jobTitleCharacters();
      case POSTAL_ADDRESS -> settings.postalAddressCharacters();
      case PHONE -> settings.phoneCharacters();
    };
  }

  private static String place(MemberId member, PersonalField field) {
    return "personal_fields:" + member + ":" + field;
  }
}
