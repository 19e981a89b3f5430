package postern.web.settings;

import java.util.List;
import java.util.Optional;
import postern.kernel.MemberId;
import postern.privacy.Election;
import postern.privacy.ElectionState;
import postern.privacy.OwnAddress;
import postern.web.Desk;
import postern.web.Field;
import postern.web.People;
import postern.web.Visit;

/** Builds the page of a member's own address. */
final class AddressPages {
  private final Desk desk;

  AddressPages(Desk desk) {
    this.desk = desk;
  }

  /** What was typed and could not be taken. */
  record Typed(Field named, Field address, Field password) {
    static final Typed NOTHING =
        new Typed(Field.empty("username"), Field.empty("address"), Field.empty("password"));

    Typed named(Field field) {
      return new Typed(field, address, password);
    }

    Typed address(Field field) {
      return new Typed(named, field, password);
    }

    Typed wrongPassword(String error) {
      return new Typed(named, address, Field.empty("password").refused(error));
    }
  }

  AddressPage page(Visit visit, Typed typed) {
    var member = visit.member();
    var own = desk.forum().accounts().addresses().own(member);
    var main = own.stream().filter(OwnAddress::main).findFirst().orElseThrow();
    var election = desk.forum().foundation().elections().of(member.id());
    return new AddressPage(
        SettingsFrames.of(desk, visit, SettingsPart.ADDRESS),
        main.address().text(),
        visit.when(main.confirmedAt()),
        waiting(visit),
        others(visit, own),
        election.election() == Election.MEMBERS,
        named(visit, election),
        desk.people().named(List.of(member.id())).get(member.id()),
        member.username().text(),
        typed.named(),
        typed.address(),
        typed.password());
  }

  private Optional<String> waiting(Visit visit) {
    int waiting = desk.forum().accounts().addresses().waiting(visit.member());
    return waiting == 0
        ? Optional.empty()
        : Optional.of(
            waiting == 1
                ? "A new address waits for you to open the link that was sent there."
                : waiting + " new addresses wait for you to open the links that were sent there.");
  }

  private static List<AddressPage.Other> others(Visit visit, List<OwnAddress> own) {
    return own.stream()
        .filter(address -> !address.main())
        .map(
            address ->
                new AddressPage.Other(
                    address.id().toString(),
                    address.address().text(),
                    visit.when(address.confirmedAt())))
        .toList();
  }

  private List<AddressPage.Named> named(Visit visit, ElectionState election) {
    List<MemberId> ids = election.named().stream().map(ElectionState.Named::reader).toList();
    var authors =
        desk.forum()
            .foundation()
            .storage()
            .database()
            .read(tx -> desk.forum().accounts().authors(tx, ids));
    return election.named().stream()
        .filter(named -> authors.containsKey(named.reader()))
        .map(
            named -> {
              var author = authors.get(named.reader());
              return new AddressPage.Named(
                  People.name(author), author.username().text(), visit.when(named.since()));
            })
        .toList();
  }
}
