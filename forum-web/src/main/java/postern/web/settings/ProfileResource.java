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
import java.util.Map;
import java.util.Optional;
import postern.accounts.MemberView;
import postern.accounts.PersonalField;
import postern.accounts.Profiles;
import postern.http.Access;
import postern.http.Who;
import postern.kernel.Scope;
import postern.web.Avatar;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Visit;

/** What a member says of themselves: the display name for all, the rest for nobody else. */
@Path("/settings/profile")
@Produces(PageWriter.HTML)
public final class ProfileResource {
  private final Desk desk;

  ProfileResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  public Response form(@Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var own = profiles().own(visit.member());
    return desk.answers()
        .page(
            page(
                visit,
                Field.of("display_name", member(visit).displayName().orElse("")),
                field(own, PersonalField.JOB_TITLE),
                field(own, PersonalField.POSTAL_ADDRESS),
                field(own, PersonalField.PHONE)));
  }

  @POST
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(
      @Context ContainerRequestContext asked, MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var inputs = Inputs.of(form);
    var name = named(visit, inputs.field("display_name"));
    var job = filled(visit, inputs, PersonalField.JOB_TITLE);
    var postal = filled(visit, inputs, PersonalField.POSTAL_ADDRESS);
    var phone = filled(visit, inputs, PersonalField.PHONE);
    return name.wrong() || job.wrong() || postal.wrong() || phone.wrong()
        ? desk.answers().refused(page(visit, name, job, postal, phone))
        : desk.answers().seeOther(Said.SAVED.at(SettingsPart.PROFILE.href()));
  }

  private Field named(Visit visit, Field name) {
    if (name.value().strip().equals(member(visit).displayName().orElse(""))) {
      return name;
    }
    if (!visit.member().active()) {
      return name.refused("You cannot change the name that others see just now.");
    }
    return judged(name, profiles().setDisplayName(visit.member(), name.value()));
  }

  private Field filled(Visit visit, Inputs inputs, PersonalField field) {
    var typed = inputs.field(name(field));
    return judged(typed, profiles().set(visit.member(), field, typed.value()));
  }

  private static Field judged(Field field, Profiles.Changed changed) {
    return switch (changed) {
      case Profiles.Changed.Done _ -> field;
      case Profiles.Changed.NotAsName(var why) -> field.refused(why.sentence());
      case Profiles.Changed.TooLong(_, int most) ->
          field.refused("At most %d characters.".formatted(most));
    };
  }

  private static Field field(Map<PersonalField, Profiles.Filled> own, PersonalField field) {
    var text = Optional.ofNullable(own.get(field)).map(Profiles.Filled::text).orElse("");
    return Field.of(name(field), text);
  }

  private static String name(PersonalField field) {
    return switch (field) {
      case JOB_TITLE -> "job_title";
      case POSTAL_ADDRESS -> "postal_address";
      case PHONE -> "phone";
    };
  }

  private ProfilePage page(Visit visit, Field name, Field job, Field postal, Field phone) {
    var member = member(visit);
    return new ProfilePage(
        SettingsFrames.of(desk, visit, SettingsPart.PROFILE),
        member.username().text(),
        Avatar.of(member.avatarSeed()),
        name,
        job,
        postal,
        phone);
  }

  private MemberView member(Visit visit) {
    return desk.forum()
        .foundation()
        .storage()
        .database()
        .read(tx -> desk.forum().accounts().member(tx, visit.member().id()))
        .orElseThrow();
  }

  private Profiles profiles() {
    return desk.forum().accounts().profiles();
  }
}
