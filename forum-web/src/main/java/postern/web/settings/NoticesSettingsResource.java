package postern.web.settings;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.notices.Channel;
import postern.notices.NoticeKind;
import postern.notices.NoticeRules;
import postern.notices.Pace;
import postern.web.Desk;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;

/** What a member is told, and how. */
@Path("/settings/notices")
@Produces(PageWriter.HTML)
public final class NoticesSettingsResource {
  private final Desk desk;

  NoticesSettingsResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  public Response form(@Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var collect = desk.forum().foundation().settings().notices().collect();
    return desk.answers()
        .page(
            NoticesSettingsPage.of(
                SettingsFrames.of(desk, visit, SettingsPart.NOTICES),
                desk.forum().notices().rules(visit.member()),
                collect.toString()));
  }

  @POST
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(
      @Context ContainerRequestContext asked, MultivaluedMap<String, String> form) {
    var member = desk.visit(asked).member();
    var inputs = Inputs.of(form);
    var channels = new EnumMap<NoticeKind, Channel>(NoticeKind.class);
    for (var kind : NoticeKind.values()) {
      var channel = chosen(Channel.values(), inputs.text(word(kind)));
      if (channel == Channel.MAIL && !NoticeRules.mailable(kind)) {
        throw unreadable();
      }
      channels.put(kind, channel);
    }
    var pace = chosen(Pace.values(), inputs.text("pace"));
    desk.forum()
        .notices()
        .setRules(member, new NoticeRules(channels, inputs.is("watch_on_posting", "yes"), pace));
    return desk.answers().seeOther(Said.SAVED.at(SettingsPart.NOTICES.href()));
  }

  private static <E extends Enum<E>> E chosen(E[] values, String word) {
    return Arrays.stream(values)
        .filter(value -> word(value).equals(word))
        .findFirst()
        .orElseThrow(NoticesSettingsResource::unreadable);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static RuntimeException unreadable() {
    return Problem.of(400, "bad-request", "Choose for each kind how you are told.").thrown();
  }
}
