package postern.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.http.Network;
import postern.kernel.AddressId;
import postern.kernel.MemberId;
import postern.kernel.Token;
import postern.kernel.Viewer;
import postern.storage.Storage;
import postern.storage.TestDatabase;

class AddressesTest {
  private static final Network HOME = Network.of("192.0.2.7");
  private static final Password RIGHT = Password.typed(TestAccounts.PASSWORD);

  private final List<MemberId> signedOut = new ArrayList<>();
  private Storage storage;
  private TestAccounts room;
  private Addresses addresses;
  private Viewer.Member ada;
  private AddressId first;

  @BeforeEach
  void open() {
    storage = TestDatabase.fresh();
    room = new TestAccounts(storage.database());
    addresses = room.accounts.addresses();
    room.accounts.passwords().onSignOut((_, member) -> signedOut.add(member));
    ada = room.viewer(room.member("ada"));
    first = addresses.own(ada).getFirst().id();
    room.advance(Duration.ofDays(1));
  }

  @AfterEach
  void close() {
    storage.close();
  }

  private AddressId confirmed(String address) {
    addresses.add(ada, TestAccounts.address(address), RIGHT);
    room.runner.drain();
    var mail = room.sent.getLast();
    addresses.confirm(link("/address/"), HOME);
    return mail.to();
  }

  private Token link(String path) {
    return Token.parse(room.sent.getLast().token(path)).orElseThrow();
  }

  private List<AddressId> inUse() {
    return storage.database().read(tx -> room.vault.inUse(tx, ada.id()));
  }

  private String lastKind() {
    return room.sent.getLast().notice().kind();
  }

  @Test
  void usesAnotherAddressOnlyOnceItsMailboxConfirmedIt() {
    addresses.add(ada, TestAccounts.address("new@host.example"), RIGHT);
    assertThat(inUse()).containsExactly(first);
    assertThat(addresses.waiting(ada)).isEqualTo(1);
    room.runner.drain();
    assertThat(lastKind()).isEqualTo("confirm-address");
    var link = link("/address/");
    assertThat(addresses.confirm(link, HOME)).isInstanceOf(AddressChange.Done.class);
    assertThat(inUse()).hasSize(2).startsWith(first);
    assertThat(addresses.waiting(ada)).isZero();
    assertThat(addresses.confirm(link, HOME)).isInstanceOf(AddressChange.NoSuchLink.class);
  }

  @Test
  void needsThePassword() {
    var wrong = Password.typed("five loud magpies");
    assertThat(addresses.add(ada, TestAccounts.address("new@host.example"), wrong))
        .isInstanceOf(AddressChange.WrongPassword.class);
    assertThat(addresses.makeMain(ada, first, wrong))
        .isInstanceOf(AddressChange.WrongPassword.class);
  }

  @Test
  void tellsOnlyTheOwnerThatSomebodyTriedTheirAddress() {
    room.member("bob");
    var answer = addresses.add(ada, TestAccounts.address("box2@host2.example"), RIGHT);
    assertThat(answer).isEqualTo(new AddressChange.Done(ada.id()));
    room.runner.drain();
    assertThat(room.sent).hasSize(1);
    assertThat(lastKind()).isEqualTo("address-attempted");
    assertThat(room.sent.getLast().notice().text())
        .doesNotContain("ada")
        .doesNotContain("/address/");
    assertThat(room.sent.getLast().notice().about()).containsExactly(ada.id());
  }

  @Test
  void aThiefWhoAddsAnAddressIsUndoneFromTheOldOne() {
    var thiefs = confirmed("thief@host.example");
    assertThat(room.sent.getLast().to()).isEqualTo(first);
    assertThat(lastKind()).isEqualTo("address-added");
    addresses.makeMain(ada, thiefs, RIGHT);
    assertThat(room.sent.getLast().to()).isEqualTo(first);
    addresses.remove(ada, first, RIGHT);
    assertThat(room.sent.getLast().to()).isEqualTo(first);
    assertThat(inUse()).containsExactly(thiefs);
    var undo = link("/address/undo/");
    room.advance(Duration.ofDays(6));
    assertThat(addresses.undo(undo, HOME)).isInstanceOf(AddressChange.Done.class);
    assertThat(inUse()).containsExactly(first);
    var main = storage.database().read(tx -> room.vault.mainOf(tx, ada.id()));
    assertThat(main).contains(first);
    assertThat(signedOut).containsExactly(ada.id());
    assertThat(addresses.undo(undo, HOME)).isInstanceOf(AddressChange.NoSuchLink.class);
  }

  @Test
  void anUndoHoldsForAWeek() {
    confirmed("thief@host.example");
    var undo = link("/address/undo/");
    room.advance(Duration.ofDays(7));
    assertThat(addresses.undo(undo, HOME)).isInstanceOf(AddressChange.NoSuchLink.class);
  }

  @Test
  void anUndoEndsWhatAThiefStillHasInHand() {
    confirmed("thief@host.example");
    var undo = link("/address/undo/");
    addresses.add(ada, TestAccounts.address("second@host.example"), RIGHT);
    room.runner.drain();
    var second = link("/address/");
    addresses.undo(undo, HOME);
    assertThat(addresses.confirm(second, HOME)).isInstanceOf(AddressChange.NoSuchLink.class);
  }

  @Test
  void theNewerAddressCannotUndoTheOlder() {
    var newer = confirmed("new@host.example");
    addresses.makeMain(ada, newer, RIGHT);
    addresses.makeMain(ada, first, RIGHT);
    assertThat(room.sent.getLast().to()).isEqualTo(newer);
    assertThat(room.sent.getLast().notice().text()).doesNotContain("/undo/");
    addresses.remove(ada, newer, RIGHT);
    assertThat(room.sent.getLast().to()).isEqualTo(newer);
    assertThat(room.sent.getLast().notice().text()).doesNotContain("/undo/");
  }

  @Test
  void keepsTheMainAddressAndTouchesNobodyElses() {
    assertThat(addresses.remove(ada, first, RIGHT)).isInstanceOf(AddressChange.IsMain.class);
    var bobs = addresses.own(room.viewer(room.member("bob"))).getFirst().id();
    assertThat(addresses.remove(ada, bobs, RIGHT)).isInstanceOf(AddressChange.NotYours.class);
    assertThat(addresses.makeMain(ada, bobs, RIGHT)).isInstanceOf(AddressChange.NotYours.class);
  }

  @Test
  void refusesKindlyWhatMeanwhileBecameAnothersAddress() {
    addresses.add(ada, TestAccounts.address("shared@host.example"), RIGHT);
    room.runner.drain();
    var link = link("/address/");
    room.accounts.createMember(
        new postern.kernel.Username("bob"),
        TestAccounts.address("shared@host.example"),
        RIGHT,
        postern.kernel.Role.MEMBER);
    assertThat(addresses.confirm(link, HOME)).isInstanceOf(AddressChange.AddressTaken.class);
  }

  @Test
  void forgetsAnAddressThatWasNeverConfirmed() {
    addresses.add(ada, TestAccounts.address("typo@host.example"), RIGHT);
    room.runner.drain();
    room.advance(Duration.ofDays(2));
    assertThat(addresses.confirm(link("/address/"), HOME))
        .isInstanceOf(AddressChange.NoSuchLink.class);
    assertThat(addresses.sweep()).isEqualTo(1);
    var kept =
        storage
            .database()
            .read(tx -> room.vault.find(tx, TestAccounts.address("typo@host.example")));
    assertThat(kept).isEmpty();
  }
}
