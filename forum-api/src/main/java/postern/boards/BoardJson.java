package postern.boards;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.HashSet;
import postern.http.Problem;
import postern.kernel.BoardId;
import postern.kernel.GroupId;

/**
 * A board as the JSON API writes it. An audience is {@code "visitors"}, {@code "members"}, {@code
 * "staff"} or a list of ids of groups.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record BoardJson(
    BoardId id,
    String slug,
    String title,
    String description,
    JsonNode read,
    JsonNode write,
    JsonNode start,
    int approveFirst,
    int threads,
    int posts,
    Instant lastPostAt) {
  static BoardJson of(Board board, Figures figures) {
    return new BoardJson(
        board.id(),
        board.slug(),
        board.title(),
        board.description(),
        written(board.read()),
        written(board.reply()),
        written(board.start()),
        board.approveFirst(),
        figures.threads(),
        figures.posts(),
        figures.lastPostAt().orElse(null));
  }

  /**
   * What a caller asks a board to be. What is absent stays as it is, for a new board as is usual.
   *
   * @param write who may reply, and start threads where {@code start} says nothing
   */
  record Draft(
      String slug,
      String title,
      String description,
      JsonNode read,
      JsonNode write,
      JsonNode start,
      Integer approveFirst) {
    BoardDraft fresh() {
      var members = Audience.MEMBERS;
      return over(new BoardDraft(null, null, "", Audience.VISITORS, members, members));
    }

    BoardDraft over(Board board) {
      return over(
          new BoardDraft(
              board.slug(),
              board.title(),
              board.description(),
              board.read(),
              board.reply(),
              board.start(),
              board.approveFirst()));
    }

    private BoardDraft over(BoardDraft now) {
      var reply = write == null ? now.reply() : audience(write);
      return new BoardDraft(
          slug == null ? now.slug() : slug,
          title == null ? now.title() : title,
          description == null ? now.description() : description,
          read == null ? now.read() : audience(read),
          reply,
          start == null ? (write == null ? now.start() : reply) : audience(start),
          approveFirst == null ? now.approveFirst() : approveFirst);
    }
  }

  private static JsonNode written(Audience audience) {
    var json = JsonNodeFactory.instance;
    return switch (audience) {
      case Audience.Visitors _ -> json.textNode("visitors");
      case Audience.Members _ -> json.textNode("members");
      case Audience.Staff _ -> json.textNode("staff");
      case Audience.Groups(var groups) -> {
        var ids = json.arrayNode();
        groups.stream().map(GroupId::toString).sorted().forEach(ids::add);
        yield ids;
      }
    };
  }

  private static Audience audience(JsonNode json) {
    if (json.isArray() && !json.isEmpty()) {
      var groups = new HashSet<GroupId>();
      json.forEach(
          id -> groups.add(GroupId.parse(id.asText()).orElseThrow(BoardJson::badAudience)));
      return new Audience.Groups(groups);
    }
    return switch (json.asText("")) {
      case "visitors" -> Audience.VISITORS;
      case "members" -> Audience.MEMBERS;
      case "staff" -> Audience.STAFF;
      default -> throw badAudience();
    };
  }

  private static RuntimeException badAudience() {
    return Problem.of(
            422,
            "bad-audience",
            "Say 'visitors', 'members', 'staff', or a list of ids of groups. Visitors can only"
                + " read.")
        .thrown();
  }
}
