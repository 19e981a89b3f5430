package postern.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.kernel.MemberId;
import postern.kernel.Role;
import postern.kernel.Standing;
import postern.kernel.Username;
import postern.storage.Storage;
import postern.storage.TestDatabase;

class AccountsTest {
  private Storage storage;
  private TestAccounts room;
  private Accounts accounts;

  @BeforeEach
  void open() {
    storage = TestDatabase.fresh();
    room = new TestAccounts(storage.database());
    accounts = room.accounts;
  }

  @AfterEach
  void close() {
    storage.close();
  }

  private Created create(String username, String address, String password) {
    return accounts.createMember(
        new Username(username),
        TestAccounts.address(address),
        Password.typed(password),
        Role.MEMBER);
  }

  private Standing standing(MemberId id) {
    return storage.database().read(tx -> accounts.member(tx, id)).orElseThrow().standing();
  }

  @Test
  void knowsMembersByNameAndById() {
    assertThat(accounts.empty()).isTrue();
    var ada = room.member("ada");
    assertThat(accounts.empty()).isFalse();
    assertThat(accounts.find(new Username("ada")).orElseThrow().id()).isEqualTo(ada);
    assertThat(accounts.find(new Username("bob"))).isEmpty();
    assertThat(accounts.startingWith("ad", 5)).containsExactly(new Username("ada"));
    assertThat(accounts.startingWith("a", 5)).isEmpty();
  }

  @Test
  void givesANameAndAnAddressToOneMemberOnly() {
    assertThat(create("ada", "ada@mill.example", "four quiet herons"))
        .isInstanceOf(Created.Member.class);
    assertThat(create("ada", "other@mill.example", "four quiet herons"))
        .isInstanceOf(Created.UsernameTaken.class);
    assertThat(create("bea", "ADA@mill.example", "four quiet herons"))
        .isInstanceOf(Created.AddressTaken.class);
    assertThat(create("root", "r@mill.example", "four quiet herons"))
        .isInstanceOf(Created.UsernameTaken.class);
    assertThat(create("former-x", "f@mill.example", "four quiet herons"))
        .isInstanceOf(Created.UsernameTaken.class);
    assertThat(create("bea", "bea@mill.example", "four quiet herons"))
        .as("the refused ones took no name")
        .isInstanceOf(Created.Member.class);
  }

  @Test
  void namesTheWritersOfManyPostsAtOnce() {
    var ada = room.member("ada");
    var bob = room.member("bob");
    var authors =
        storage
            .database()
            .read(tx -> accounts.authors(tx, List.of(ada, bob, ada, new MemberId(999))));
    assertThat(authors).containsOnlyKeys(ada, bob);
    assertThat(authors.get(bob).name()).isEqualTo("bob");
    assertThat(authors.get(ada).former()).isFalse();
    var none = storage.database().read(tx -> accounts.authors(tx, List.of()));
    assertThat(none).isEmpty();
  }

  @Test
  void aTermEndsByItself() {
    var ada = room.member("ada");
    accounts.suspend(ada, Optional.of(room.clock.instant().plusSeconds(60)), "a reason");
    assertThat(standing(ada)).isEqualTo(Standing.SUSPENDED);
    room.advance(Duration.ofSeconds(60));
    assertThat(standing(ada)).isEqualTo(Standing.ACTIVE);
  }

  @Test
  void aTermWithoutEndStaysUntilItIsTakenBack() {
    var ada = room.member("ada");
    accounts.suspend(ada, Optional.empty(), "a reason");
    room.advance(Duration.ofDays(9999));
    assertThat(standing(ada)).isEqualTo(Standing.SUSPENDED);
    storage
        .database()
        .run(
            tx ->
                accounts.setStanding(
                    tx, Optional.empty(), ada, Standing.ACTIVE, Optional.empty(), "over"));
    assertThat(standing(ada)).isEqualTo(Standing.ACTIVE);
  }

  @Test
  void aSuspendedAdministratorIsNotTheOneWhoStays() {
    var ada = room.member("ada", Role.ADMINISTRATOR);
    var bob = room.member("bob", Role.ADMINISTRATOR);
    accounts.suspend(bob, Optional.empty(), "a reason");
    assertThat(accounts.grantRole(Optional.of(ada), ada, Role.MEMBER, "tired"))
        .isInstanceOf(RoleGranted.LastAdministrator.class);
    assertThat(accounts.grantRole(Optional.of(ada), bob, Role.MEMBER, "gone"))
        .isInstanceOf(RoleGranted.Done.class);
  }

  @Test
  void writesDownWhoGaveWhichRoleAndKeepsOneAdministrator() {
    var ada = room.member("ada", Role.ADMINISTRATOR);
    var bob = room.member("bob");
    assertThat(accounts.grantRole(Optional.of(ada), ada, Role.MEMBER, "tired"))
        .isInstanceOf(RoleGranted.LastAdministrator.class);
    assertThat(accounts.grantRole(Optional.of(ada), bob, Role.ADMINISTRATOR, "helps"))
        .isInstanceOf(RoleGranted.Done.class);
    assertThat(accounts.grantRole(Optional.of(bob), ada, Role.MEMBER, "tired"))
        .isInstanceOf(RoleGranted.Done.class);
    assertThat(accounts.grantRole(Optional.empty(), new MemberId(999), Role.MODERATOR, "x"))
        .isInstanceOf(RoleGranted.NoSuchMember.class);
    assertThat(accounts.roleChanges(bob))
        .containsExactly(
            new RoleChange(
                Optional.of(ada), bob, Role.ADMINISTRATOR, "helps", room.clock.instant()));
  }

  @Test
  void countsPosts() {
    var ada = room.member("ada");
    storage.database().run(tx -> accounts.addPosts(tx, ada, 3));
    storage.database().run(tx -> accounts.addPosts(tx, ada, -1));
    assertThat(accounts.find(new Username("ada")).orElseThrow().posts()).isEqualTo(2);
  }
}
