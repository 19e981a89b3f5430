package postern.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.kernel.AMember.aMember;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import postern.kernel.BoardId;
import postern.kernel.GroupId;
import postern.kernel.Scope;
import postern.kernel.Viewer;

class BoardPolicyTest {
  private static final BoardId HERE = new BoardId(1);
  private static final BoardId THERE = new BoardId(2);
  private static final GroupId GROUP = new GroupId(5);
  private static final Audience GROUPS = new Audience.Groups(Set.of(GROUP, new GroupId(6)));

  private static final Map<String, Viewer> VIEWERS = new LinkedHashMap<>();

  static {
    VIEWERS.put("guest", Viewer.GUEST);
    VIEWERS.put("member", aMember(1).looking());
    VIEWERS.put("silenced", aMember(1).silenced().looking());
    VIEWERS.put("suspended", aMember(1).in(GROUP).suspended().looking());
    VIEWERS.put("of the group", aMember(1).in(GROUP).looking());
    VIEWERS.put("of another group", aMember(1).in(new GroupId(9)).looking());
    VIEWERS.put("moderator here", aMember(1).moderator(HERE).looking());
    VIEWERS.put("moderator there", aMember(1).moderator(THERE).looking());
    VIEWERS.put("moderator of all", aMember(1).moderator().looking());
    VIEWERS.put("administrator", aMember(1).administrator().looking());
    VIEWERS.put(
        "administrator's reading token", aMember(1).administrator().with(Scope.READ).looking());
    VIEWERS.put("suspended administrator", aMember(1).administrator().suspended().looking());
  }

  @Test
  void letsReadWhoTheBoardIsFor() {
    table(
            "guest                          yes no  no  no",
            "member                         yes yes no  no",
            "silenced                       yes yes no  no",
            "suspended                      yes no  no  no",
            "of the group                   yes yes no  yes",
            "of another group               yes yes no  no",
            "moderator here                 yes yes yes yes",
            "moderator there                yes yes no  no",
            "moderator of all               yes yes yes yes",
            "administrator                  yes yes yes yes",
            "administrator's reading token  yes yes no  no",
            "suspended administrator        yes no  no  no")
        .forEach(
            (name, row) -> {
              var viewer = VIEWERS.get(name);
              assertThat(BoardPolicy.mayRead(viewer, board(Audience.VISITORS, Audience.STAFF)))
                  .as(name)
                  .isEqualTo(row[0]);
              assertThat(BoardPolicy.mayRead(viewer, board(Audience.MEMBERS, Audience.STAFF)))
                  .as(name)
                  .isEqualTo(row[1]);
              assertThat(BoardPolicy.mayRead(viewer, board(Audience.STAFF, Audience.STAFF)))
                  .as(name)
                  .isEqualTo(row[2]);
              assertThat(BoardPolicy.mayRead(viewer, board(GROUPS, Audience.STAFF)))
                  .as(name)
                  .isEqualTo(row[3]);
            });
  }

  @Test
  void letsWriteWhoMayReadAndIsNamed() {
    table(
            "guest                          no  no  no  no",
            "member                         yes no  no  no",
            "silenced                       no  no  no  no",
            "suspended                      no  no  no  no",
            "of the group                   yes no  yes no",
            "of another group               yes no  no  no",
            "moderator here                 yes yes yes yes",
            "moderator there                yes no  no  no",
            "moderator of all               yes yes yes yes",
            "administrator                  yes yes yes yes",
            "administrator's reading token  yes no  no  no",
            "suspended administrator        no  no  no  no")
        .forEach(
            (name, row) -> {
              var viewer = VIEWERS.get(name);
              assertThat(BoardPolicy.mayReply(viewer, board(Audience.VISITORS, Audience.MEMBERS)))
                  .as(name)
                  .isEqualTo(row[0]);
              assertThat(BoardPolicy.mayStart(viewer, board(Audience.VISITORS, Audience.STAFF)))
                  .as(name)
                  .isEqualTo(row[1]);
              assertThat(BoardPolicy.mayStart(viewer, board(Audience.VISITORS, GROUPS)))
                  .as(name)
                  .isEqualTo(row[2]);
              // Who may not read does not write, whatever the board says.
              assertThat(BoardPolicy.mayReply(viewer, board(Audience.STAFF, Audience.MEMBERS)))
                  .as(name)
                  .isEqualTo(row[3]);
            });
  }

  private static Board board(Audience read, Audience write) {
    return new Board(HERE, "board", "Board", "", 1, read, write, write, 0, Instant.EPOCH);
  }

  private static Map<String, Boolean[]> table(String... rows) {
    var table = new LinkedHashMap<String, Boolean[]>();
    for (var row : rows) {
      var cells = row.substring(31).strip().split(" +");
      table.put(
          row.substring(0, 31).strip(),
          java.util.Arrays.stream(cells).map("yes"::equals).toArray(Boolean[]::new));
    }
    assertThat(table).containsOnlyKeys(VIEWERS.keySet());
    return table;
  }
}
