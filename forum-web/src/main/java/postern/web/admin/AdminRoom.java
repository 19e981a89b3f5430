package postern.web.admin;

import java.util.List;
import postern.web.Desk;

/** The resources of this room. */
public final class AdminRoom {
  private AdminRoom() {}

  public static List<Object> resources(Desk desk) {
    return List.of(
        new OverviewResource(desk),
        new BoardsAdminResource(desk),
        new BoardFormResource(desk),
        new GroupsResource(desk),
        new GroupResource(desk),
        new MembersResource(desk),
        new MemberFormResource(desk),
        new WordsResource(desk),
        new MailResource(desk),
        new MailboxResource(desk),
        new JobsResource(desk));
  }
}
