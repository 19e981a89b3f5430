package postern.notices;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Optional;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.kernel.Viewer;

/** A member's choices about notices in the JSON API. */
@Path("/api/v1/me/notice-rules")
@Produces(MediaType.APPLICATION_JSON)
public final class NoticeRulesResource {
  private final Notices notices;

  public NoticeRulesResource(Notices notices) {
    this.notices = notices;
  }

  /**
   * For each kind {@code off}, {@code site} or {@code mail}; pace is {@code soon} or {@code daily}.
   */
  record RulesJson(
      String mention,
      String answer,
      String reply,
      String thread,
      String letter,
      String decision,
      Boolean watchOnPosting,
      String pace) {
    static RulesJson of(NoticeRules rules) {
      return new RulesJson(
          word(rules, NoticeKind.MENTION),
          word(rules, NoticeKind.ANSWER),
          word(rules, NoticeKind.REPLY),
          word(rules, NoticeKind.THREAD),
          word(rules, NoticeKind.LETTER),
          word(rules, NoticeKind.DECISION),
          rules.watchOnPosting(),
          NoticeJson.word(rules.pace()));
    }

    private static String word(NoticeRules rules, NoticeKind kind) {
      return NoticeJson.word(rules.of(kind));
    }

    private String word(NoticeKind kind) {
      return switch (kind) {
        case MENTION -> mention;
        case ANSWER -> answer;
        case REPLY -> reply;
        case THREAD -> thread;
        case LETTER -> letter;
        case DECISION -> decision;
      };
    }

    /** Empty when something is missing or is none of the words. */
    Optional<NoticeRules> rules() {
      var channels = new EnumMap<NoticeKind, Channel>(NoticeKind.class);
      for (var kind : NoticeKind.values()) {
        read(Channel.values(), word(kind))
            .filter(channel -> channel != Channel.MAIL || NoticeRules.mailable(kind))
            .ifPresent(channel -> channels.put(kind, channel));
      }
      var known = read(Pace.values(), pace);
      return channels.size() < NoticeKind.values().length
              || known.isEmpty()
              || watchOnPosting == null
          ? Optional.empty()
          : Optional.of(new NoticeRules(channels, watchOnPosting, known.get()));
    }

    private static <E extends Enum<E>> Optional<E> read(E[] values, String word) {
      return Arrays.stream(values).filter(value -> NoticeJson.word(value).equals(word)).findFirst();
    }
  }

  @GET
  @Access(value = Who.ANY_STANDING, scope = Scope.READ)
  @Operation(summary = "What you are told, and how")
  public RulesJson find(@Parameter(hidden = true) @Auth Viewer viewer) {
    return RulesJson.of(notices.rules((Viewer.Member) viewer));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Operation(summary = "Chooses what you are told, and how")
  public RulesJson set(@Parameter(hidden = true) @Auth Viewer viewer, RulesJson body) {
    var rules =
        Problem.required(body)
            .rules()
            .orElseThrow(
                () ->
                    Problem.of(
                            422,
                            "bad-notice-rules",
                            "Each kind is off, site or mail; a letter's notice is never mailed.")
                        .thrown());
    notices.setRules((Viewer.Member) viewer, rules);
    return RulesJson.of(rules);
  }
}
