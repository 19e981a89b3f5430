package postern.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.kernel.MemberId;
import postern.kernel.Username;
import postern.storage.Storage;
import postern.storage.TestDatabase;

class FormerAuthorsTest {
  private Storage storage;
  private TestAccounts room;
  private FormerAuthors formerAuthors;

  @BeforeEach
  void open() {
    storage = TestDatabase.fresh();
    room = new TestAccounts(storage.database());
    formerAuthors = room.accounts.formerAuthors();
  }

  @AfterEach
  void close() {
    storage.close();
  }

  private MemberId former(String address, String name) {
    return storage
        .database()
        .write(
            tx ->
                formerAuthors.formerAuthor(
                    tx, room.vault.keep(tx, TestAccounts.address(address)), name));
  }

  private Author author(MemberId id) {
    return storage.database().read(tx -> room.accounts.author(tx, id));
  }

  @Test
  void standsForOneAddressOnceWhateverNamesItUsed() {
    var one = former("old@box.example", "Old Hand");
    assertThat(former("OLD@box.example", "Another Name")).isEqualTo(one);
    assertThat(former("other@box.example", "Old Hand")).isNotEqualTo(one);
    assertThat(author(one).name()).isEqualTo("Old Hand");
    assertThat(author(one).former()).isTrue();
  }

  @Test
  void cannotBeFoundAsAMemberNorSignedInTo() {
    var handle = author(former("old@box.example", "Old Hand")).username();
    assertThat(room.accounts.find(handle)).isEmpty();
    assertThat(room.accounts.passwords().identify(handle.text(), Password.typed("")))
        .isInstanceOf(Identified.Nobody.class);
    var found = storage.database().read(tx -> room.accounts.author(tx, handle));
    assertThat(found.orElseThrow().former()).isTrue();
  }

  @Test
  void isClaimedByWhoConfirmedTheAddressOnly() {
    var old = former("old@box.example", "Old Hand");
    storage.database().run(tx -> room.accounts.addPosts(tx, old, 7));
    var bob = room.viewer(room.member("bob"));
    assertThat(formerAuthors.claim(bob, old)).isFalse();
    room.accounts.createMember(
        new Username("ada"),
        TestAccounts.address("old@box.example"),
        Password.typed(TestAccounts.PASSWORD),
        postern.kernel.Role.MEMBER);
    var ada = room.viewer(room.accounts.find(new Username("ada")).orElseThrow().id());
    var claimable = storage.database().read(tx -> formerAuthors.claimable(tx, ada.id()));
    assertThat(claimable).containsExactly(new FormerAuthors.Claimable(old, "Old Hand", 7));
    assertThat(author(old).name()).isEqualTo("Old Hand");
    assertThat(formerAuthors.claim(ada, old)).isTrue();
    assertThat(formerAuthors.claim(ada, old)).isFalse();
    assertThat(author(old).id()).isEqualTo(ada.id());
    assertThat(author(old).former()).isFalse();
    assertThat(room.accounts.find(new Username("ada")).orElseThrow().posts()).isEqualTo(7);
    var identities = storage.database().read(tx -> room.accounts.identities(tx, ada.id()));
    assertThat(identities).containsExactlyInAnyOrder(ada.id(), old);
    assertThat(former("old@box.example", "Old Hand")).isEqualTo(old);
  }
}
