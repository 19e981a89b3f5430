package postern.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.kernel.AMember.aMember;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.boards.BoardDraft.Fault;
import postern.kernel.BoardId;
import postern.kernel.GroupId;
import postern.kernel.MemberId;
import postern.kernel.Randomness;
import postern.kernel.Sources;
import postern.kernel.Viewer;
import postern.storage.BlockIds;
import postern.storage.Storage;
import postern.storage.TestDatabase;

class BoardsTest {
  private static final Viewer ROOT = aMember(1).administrator().looking();
  private static final MemberId ADA = new MemberId(2);

  private static Storage storage;
  private static int count;

  private Boards boards;
  private Groups groups;
  private String slug;

  @BeforeAll
  static void open() {
    storage = TestDatabase.fresh();
  }

  @AfterAll
  static void close() {
    storage.close();
  }

  @BeforeEach
  void build() {
    var clock = InstantSource.fixed(Instant.parse("2026-05-01T10:00:00.123456Z"));
    var random = Randomness.secure();
    var sources = new Sources(clock, new BlockIds(storage.database(), random), random);
    boards = Boards.of(storage.database(), sources);
    groups = Groups.of(storage.database(), sources);
    slug = "board-" + ++count;
  }

  @Test
  void keepsABoardAsItWasAskedFor() {
    var group = group("Friends " + count);
    var asked =
        new BoardDraft(
            slug,
            " A  title ",
            "What it\nis for",
            Audience.VISITORS,
            new Audience.Groups(Set.of(group)),
            Audience.STAFF);
    var made = changed(boards.create(ROOT, asked));
    assertThat(made.title()).isEqualTo("A title");
    assertThat(made.description()).isEqualTo("What it is for");
    assertThat(made.reply()).isEqualTo(new Audience.Groups(Set.of(group)));
    assertThat(made.createdAt()).isEqualTo(Instant.parse("2026-05-01T10:00:00.123456Z"));
    assertThat(boards.find(ROOT, made.id())).contains(made);
    assertThat(boards.list(Viewer.GUEST)).contains(made);
    assertThat(boards.find(Viewer.GUEST, made.id())).contains(made);
  }

  @Test
  void doesNotFindWhatMayNotBeRead() {
    var hidden = changed(boards.create(ROOT, draft(Audience.STAFF)));
    assertThat(boards.find(Viewer.GUEST, hidden.id())).isEmpty();
    assertThat(boards.list(aMember(3).looking())).doesNotContain(hidden);
    assertThat(boards.list(aMember(3).moderator(hidden.id()).looking())).contains(hidden);
  }

  @Test
  void refusesWhatIsNoBoard() {
    assertThat(boards.create(ROOT, draft("Not A Slug", "t", "")))
        .isEqualTo(new BoardChanged.Faulty(Fault.SLUG));
    assertThat(boards.create(ROOT, draft(slug, " ", "")))
        .isEqualTo(new BoardChanged.Faulty(Fault.TITLE));
    assertThat(boards.create(ROOT, draft(slug, "t", "d".repeat(501))))
        .isEqualTo(new BoardChanged.Faulty(Fault.DESCRIPTION));
    assertThat(
            boards.create(
                ROOT,
                new BoardDraft(
                    slug, "t", "", Audience.VISITORS, Audience.VISITORS, Audience.MEMBERS)))
        .isEqualTo(new BoardChanged.Faulty(Fault.AUDIENCE));
    assertThat(boards.create(ROOT, draft(new Audience.Groups(Set.of(new GroupId(999_999_999))))))
        .isEqualTo(new BoardChanged.Faulty(Fault.GROUP));
    changed(boards.create(ROOT, draft(slug, "t", "")));
    assertThat(boards.create(ROOT, draft(slug, "t", ""))).isEqualTo(new BoardChanged.SlugTaken());
  }

  @Test
  void letsOnlyAdministratorsChangeBoards() {
    var board = changed(boards.create(ROOT, draft(Audience.VISITORS)));
    for (var viewer :
        List.of(Viewer.GUEST, aMember(3).looking(), aMember(3).moderator().looking())) {
      assertThat(boards.create(viewer, draft(Audience.VISITORS)))
          .isEqualTo(new BoardChanged.NotAllowed());
      assertThat(boards.edit(viewer, board.id(), draft(Audience.STAFF)))
          .isEqualTo(new BoardChanged.NotAllowed());
      assertThat(boards.order(viewer, List.of())).isFalse();
      assertThat(groups.create(viewer, "x")).isEqualTo(new GroupChanged.NotAllowed());
      assertThat(groups.list(viewer)).isEmpty();
    }
  }

  @Test
  void editsABoardWithItsRights() {
    var group = group("Editors " + count);
    var board = changed(boards.create(ROOT, draft(new Audience.Groups(Set.of(group)))));
    var edited = changed(boards.edit(ROOT, board.id(), draft(slug, "New", "Words")));
    assertThat(edited.read()).isEqualTo(Audience.VISITORS);
    assertThat(edited.position()).isEqualTo(board.position());
    assertThat(groups.delete(ROOT, group)).isInstanceOf(GroupChanged.Changed.class);
    assertThat(boards.edit(ROOT, new BoardId(999_999_999), draft(slug, "t", "")))
        .isEqualTo(new BoardChanged.NotFound());
  }

  @Test
  void standsInTheChosenOrder() {
    var first = changed(boards.create(ROOT, draft(slug, "a", ""))).id();
    var second = changed(boards.create(ROOT, draft(slug + "b", "b", ""))).id();
    var third = changed(boards.create(ROOT, draft(slug + "c", "c", ""))).id();
    boards.order(ROOT, List.of(third, first));
    assertThat(
            boards.list(ROOT).stream()
                .map(Board::id)
                .filter(Set.of(first, second, third)::contains))
        .containsExactly(third, first, second);
    assertThat(boards.list(ROOT).getFirst().id()).isEqualTo(third);
  }

  @Test
  void knowsWhoBelongsToAGroup() {
    var group = group("Circle " + count);
    groups.add(ROOT, group, ADA);
    groups.add(ROOT, group, ADA);
    groups.add(ROOT, group, new MemberId(3));
    var before = storage.database().read(tx -> boards.memberships(tx, ADA));
    assertThat(before).contains(group);
    assertThat(groups.members(ROOT, group, Optional.empty(), 1).rows()).containsExactly(ADA);
    assertThat(groups.members(ROOT, group, Optional.of(ADA), 5).rows())
        .containsExactly(new MemberId(3));
    groups.remove(ROOT, group, ADA);
    assertThat(storage.database().<Set<GroupId>>read(tx -> boards.memberships(tx, ADA)))
        .doesNotContain(group);
    assertThat(groups.add(ROOT, new GroupId(999_999_999), ADA))
        .isEqualTo(new GroupChanged.NotFound());
  }

  @Test
  void keepsAGroupThatABoardNames() {
    var group = group("Keepers " + count);
    changed(boards.create(ROOT, draft(new Audience.Groups(Set.of(group)))));
    assertThat(groups.delete(ROOT, group)).isEqualTo(new GroupChanged.InUse());
    assertThat(groups.create(ROOT, "Keepers " + count)).isEqualTo(new GroupChanged.NameTaken());
    assertThat(groups.rename(ROOT, group, "\n")).isEqualTo(new GroupChanged.BadName());
  }

  @Test
  void namesModeratorsForBoards() {
    var board = changed(boards.create(ROOT, draft(Audience.VISITORS))).id();
    storage.database().run(tx -> boards.nameModerator(tx, ADA, Set.of(board)));
    assertThat(storage.database().<Set<BoardId>>read(tx -> boards.moderated(tx, ADA)))
        .containsExactly(board);
    assertThat(storage.database().<List<MemberId>>read(tx -> boards.moderators(tx, board)))
        .containsExactly(ADA);
    storage.database().run(tx -> boards.nameModerator(tx, ADA, Set.of()));
    assertThat(storage.database().<Set<BoardId>>read(tx -> boards.moderated(tx, ADA))).isEmpty();
  }

  private GroupId group(String name) {
    return ((GroupChanged.Changed) groups.create(ROOT, name)).group().id();
  }

  private BoardDraft draft(Audience read) {
    return new BoardDraft(slug, "A board", "", read, Audience.MEMBERS, Audience.MEMBERS);
  }

  private static BoardDraft draft(String slug, String title, String description) {
    return new BoardDraft(
        slug, title, description, Audience.VISITORS, Audience.MEMBERS, Audience.MEMBERS);
  }

  private static Board changed(BoardChanged change) {
    assertThat(change).isInstanceOf(BoardChanged.Changed.class);
    return ((BoardChanged.Changed) change).board();
  }
}
