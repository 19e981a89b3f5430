package postern.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import postern.http.RateLimits;
import postern.kernel.EmailAddress;
import postern.kernel.MemberId;
import postern.kernel.Role;
import postern.kernel.Scope;
import postern.kernel.Scripted;
import postern.kernel.Standing;
import postern.kernel.Username;
import postern.kernel.Viewer;
import postern.storage.Database;
import postern.storage.Storage;
import postern.storage.StorageRefusal;
import postern.storage.TestDatabase;

class AddressVaultTest {
  private static final EmailAddress ADA = EmailAddress.parse("Ada@Mill.example").orElseThrow();
  private static final MemberId OWNER = new MemberId(1);

  @TempDir Path folder;
  private Storage storage;
  private Database database;
  private Elections elections;
  private Blocks blocks;
  private AddressVault vault;

  @BeforeEach
  void open() {
    storage = TestDatabase.fresh();
    database = storage.database();
    var clock = new Scripted.Clock();
    blocks = new Blocks(database, clock);
    elections = new Elections(database, clock, blocks);
    vault =
        new AddressVault(
            database,
            Keys.open(folder.resolve("keys")),
            Scripted.ids(1),
            clock,
            elections,
            new RateLimits(database, clock, new byte[32], true));
    database.run(tx -> vault.confirm(tx, vault.keep(tx, ADA), OWNER));
  }

  @AfterEach
  void close() {
    storage.close();
  }

  private static Viewer.Member member(long id, Standing standing) {
    return new Viewer.Member(
        new MemberId(id),
        new Username("member" + id),
        Role.MEMBER,
        standing,
        Set.of(),
        Set.of(),
        EnumSet.allOf(Scope.class));
  }

  private java.util.Optional<postern.kernel.AddressId> found(String address) {
    return database.read(tx -> vault.find(tx, EmailAddress.parse(address).orElseThrow()));
  }

  private java.util.Optional<MemberId> owner() {
    return database.read(tx -> vault.owner(tx, ADA));
  }

  private java.util.List<EmailAddress> everOfOwner() {
    return database.read(tx -> vault.everOf(tx, OWNER));
  }

  private boolean shownTo(Viewer viewer) {
    return vault.show(OWNER, viewer) instanceof Reveal.Shown shown
        && shown.address().text().equals("Ada@mill.example");
  }

  @Test
  void showsNobodyAnythingUntilTheOwnerElects() {
    assertThat(shownTo(member(2, Standing.ACTIVE))).isFalse();
    assertThat(shownTo(Viewer.GUEST)).isFalse();
  }

  @Test
  void showsMembersWhatTheOwnerElectedAndStopsAtOnce() {
    elections.elect(member(1, Standing.ACTIVE), Election.MEMBERS);
    assertThat(shownTo(member(2, Standing.ACTIVE))).isTrue();
    assertThat(shownTo(member(2, Standing.SUSPENDED))).isFalse();
    assertThat(shownTo(Viewer.GUEST)).isFalse();
    elections.elect(member(1, Standing.ACTIVE), Election.NOBODY);
    assertThat(shownTo(member(2, Standing.ACTIVE))).isFalse();
  }

  @Test
  void showsOneNamedMemberAndNoOther() {
    database.run(tx -> elections.elect(tx, OWNER, new MemberId(2)));
    assertThat(shownTo(member(2, Standing.ACTIVE))).isTrue();
    assertThat(shownTo(member(3, Standing.ACTIVE))).isFalse();
    elections.elect(member(1, Standing.ACTIVE), Election.NOBODY);
    assertThat(shownTo(member(2, Standing.ACTIVE))).isFalse();
  }

  @Test
  void aBlockOverridesEveryElection() {
    elections.elect(member(1, Standing.ACTIVE), Election.MEMBERS);
    database.run(tx -> elections.elect(tx, OWNER, new MemberId(2)));
    database.run(tx -> blocks.block(tx, OWNER, new MemberId(2)));
    assertThat(shownTo(member(2, Standing.ACTIVE))).isFalse();
    assertThat(shownTo(member(3, Standing.ACTIVE))).isTrue();
  }

  @Test
  void stopsAReaderWhoOpensMoreAddressesThanAnybodyReads() {
    elections.elect(member(1, Standing.ACTIVE), Election.MEMBERS);
    for (int i = 0; i < 120; i++) {
      assertThat(shownTo(member(2, Standing.ACTIVE))).isTrue();
    }
    assertThat(vault.show(OWNER, member(2, Standing.ACTIVE))).isInstanceOf(Reveal.TooMany.class);
    assertThat(shownTo(member(3, Standing.ACTIVE))).isTrue();
  }

  @Test
  void findsAnAddressInAnySpellingOfTheSameMailbox() {
    var id = database.read(tx -> vault.find(tx, ADA)).orElseThrow();
    assertThat(found("aDA@MILL.example")).contains(id);
    assertThat(found("ad@mill.example")).isEmpty();
  }

  @Test
  void givesAnAddressToOneMemberOnly() {
    assertThat(
            database.<Boolean>write(tx -> vault.confirm(tx, vault.keep(tx, ADA), new MemberId(9))))
        .isFalse();
    assertThat(owner()).contains(OWNER);
  }

  @Test
  void keepsARetiredAddressOutOfLettersButLetsItSayNothing() {
    database.run(tx -> vault.retire(tx, OWNER, vault.find(tx, ADA).orElseThrow()));
    assertThat(owner()).isEmpty();
    assertThat(everOfOwner()).containsExactly(ADA);
  }

  @Test
  void refusesKeysThatAreNotThisDatabases() {
    KeyCheck.require(database, Keys.open(folder.resolve("keys")));
    KeyCheck.require(database, Keys.open(folder.resolve("keys")));
    assertThatThrownBy(() -> KeyCheck.require(database, Keys.open(folder.resolve("others"))))
        .isInstanceOf(StorageRefusal.class);
  }

  @Test
  void aSealedValueOpensOnlyInItsOwnPlace() {
    var keys = Keys.open(folder.resolve("keys"));
    var sealed = keys.sealText("words", "letters:1");
    assertThat(keys.openText(sealed, "letters:1")).isEqualTo("words");
    assertThatThrownBy(() -> keys.open(sealed, "letters:2"))
        .isInstanceOf(IllegalStateException.class);
  }
}
