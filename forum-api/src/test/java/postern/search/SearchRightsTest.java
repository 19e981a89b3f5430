package postern.search;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.kernel.AMember.aMember;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postern.boards.Audience;
import postern.boards.Board;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.search.SearchIndex.Wanted;

/** What a reader may not see is not found, not counted, and has no effect on what they find. */
class SearchRightsTest {
  private static SearchHouse house;
  private final Board open = house.house.board(Audience.VISITORS, Audience.MEMBERS);
  private final Board members = house.house.board(Audience.MEMBERS, Audience.MEMBERS);
  private final Board staff = house.house.board(Audience.STAFF, Audience.STAFF);

  @BeforeAll
  static void build() {
    house = new SearchHouse();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void eachReaderFindsWhatTheirBoardsHold() {
    house.thread(open.id(), "One", "secret for all");
    house.thread(members.id(), "Two", "secret for members");
    var hidden = rootThread(staff, "Three", "secret for staff");
    house.settle();
    assertThat(house.texts(Viewer.GUEST, "secret")).containsExactly("secret for all");
    assertThat(house.texts(house.house.ada, "secret"))
        .containsExactlyInAnyOrder("secret for all", "secret for members");
    assertThat(house.texts(house.house.root, "secret")).hasSize(3);
    assertThat(house.texts(Viewer.GUEST, "secret board:" + staff.slug())).isEmpty();
    assertThat(house.texts(Viewer.GUEST, "author:root-of-all")).isEmpty();
    assertThat(hidden).isNotNull();
    var suspended = aMember(house.house.ada.id().value()).suspended().looking();
    assertThat(house.texts(suspended, "secret")).containsExactly("secret for all");
  }

  @Test
  void whatIsHiddenOrDeletedIsFoundByNobody() {
    var gone = house.thread(open.id(), "Hidden", "quagga one");
    house.reply(house.house.ben, gone, "quagga two");
    var thread = house.thread(open.id(), "Shown", "nothing");
    var deleted = house.reply(house.house.ben, thread, "quagga three");
    house.settle();
    assertThat(house.texts(Viewer.GUEST, "quagga")).hasSize(3);
    house.house.rooms.marks().hide(house.house.root, gone, "off topic");
    house.house.rooms.posts().delete(house.house.ben, deleted, "");
    house.settle();
    for (var viewer : List.of(Viewer.GUEST, house.house.ben, house.house.root)) {
      assertThat(house.texts(viewer, "quagga")).isEmpty();
      assertThat(house.texts(viewer, "author:ben quagga")).isEmpty();
    }
    assertThat(inIndex(Set.of("quagga"))).as("it is not even kept").isEmpty();
    house.house.rooms.marks().show(house.house.root, gone, "");
    house.house.rooms.posts().restore(house.house.root, deleted, "");
    house.settle();
    assertThat(house.texts(Viewer.GUEST, "quagga")).hasSize(3);
  }

  @Test
  void aMovedThreadIsFoundByTheReadersOfItsNewBoardAlone() {
    var thread = house.thread(open.id(), "Moving", "numbat");
    house.settle();
    house.house.rooms.marks().move(house.house.root, thread, staff.id(), "for us");
    house.settle();
    assertThat(house.texts(Viewer.GUEST, "numbat")).isEmpty();
    assertThat(house.texts(house.house.root, "numbat")).hasSize(1);
    assertThat(house.texts(house.house.root, "numbat board:" + open.slug())).isEmpty();
  }

  /** The planted fault: an index that is behind, and still holds what was taken away. */
  @Test
  void whatAnIndexThatIsBehindStillHoldsIsNotShown() {
    var hidden = house.thread(open.id(), "Hidden", "quokka one");
    var moved = house.thread(open.id(), "Moved", "quokka two");
    var thread = house.thread(open.id(), "Shown", "quokka three");
    var deleted = house.reply(house.house.ben, thread, "quokka four");
    house.settle();
    house.house.rooms.marks().hide(house.house.root, hidden, "x");
    house.house.rooms.marks().move(house.house.root, moved, staff.id(), "x");
    house.house.rooms.posts().delete(house.house.ben, deleted, "");
    assertThat(inIndex(Set.of("quokka"))).as("the index has not heard of it").hasSize(4);
    assertThat(house.texts(Viewer.GUEST, "quokka")).containsExactly("quokka three");
    var slice =
        SearchHouse.found(house.searches, Viewer.GUEST, Asked.read("quokka"), Optional.empty(), 1);
    assertThat(slice.more()).as("what is not shown is not told of as more").isFalse();
  }

  @Test
  void whatCannotBeReadChangesNeitherTheOrderNorTheCursors() {
    house.thread(open.id(), "A", "wombat den and wombat food");
    house.thread(open.id(), "B", "the den of a wombat, a long way from any other den");
    house.settle();
    var before = trace();
    for (int i = 0; i < 20; i++) {
      rootThread(staff, "wombat", "wombat wombat wombat " + i);
      rootThread(staff, "den", "long tale of other things");
    }
    house.settle();
    assertThat(house.find(house.house.root, "wombat")).hasSizeGreaterThan(20);
    assertThat(trace()).isEqualTo(before);
  }

  @Test
  void similarThreadsAreThoseThatTheWriterMayRead() {
    house.thread(open.id(), "Wallaby in the orchard", "?");
    rootThread(staff, "Wallaby on the staff board", "?");
    var hidden = house.thread(open.id(), "Wallaby that was hidden", "?");
    house.settle();
    house.house.rooms.marks().hide(house.house.root, hidden, "x");
    assertThat(house.searches.similar(house.house.ben, "A wallaby", 5))
        .extracting(view -> view.thread().title())
        .containsExactly("Wallaby in the orchard");
  }

  @Test
  void anAddressIsFoundOnlyWhereTheSiteShowsIt() {
    // A post holds what its writer typed and the site shows it; a link's target that is not shown
    // is not looked through.
    house.thread(
        open.id(), "Contact", "Write to [us](https://hidden-target.example/private-path).");
    house.settle();
    assertThat(house.texts(Viewer.GUEST, "ada@example.org")).isEmpty();
    assertThat(house.texts(Viewer.GUEST, "private-path")).isEmpty();
  }

  private List<String> trace() {
    return house.find(Viewer.GUEST, "wombat den").stream()
        .map(hit -> hit.placed().post().id() + " " + hit.key().text())
        .toList();
  }

  private ThreadId rootThread(Board board, String title, String body) {
    return postern.threads.House.started(
            house.house.rooms.threads().start(house.house.root, board.id(), title, body))
        .thread();
  }

  private List<PostId> inIndex(Set<String> words) {
    var parts = words.stream().map(word -> new Asked.Part(List.of(word), true, false)).toList();
    var all = Set.of(open.id(), members.id(), staff.id());
    var wanted =
        new Wanted(
            parts, all, Optional.empty(), Optional.empty(), Optional.empty(), Asked.Order.NEWEST);
    return house.searches.index().find(wanted, Optional.empty(), 100).stream()
        .map(SearchIndex.Match::post)
        .toList();
  }
}
