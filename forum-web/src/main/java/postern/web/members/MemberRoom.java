package postern.web.members;

import java.util.List;
import postern.web.Desk;

/** The resources of this room. */
public final class MemberRoom {
  private MemberRoom() {}

  public static List<Object> resources(Desk desk) {
    return List.of(new MemberResource(desk), new NamesResource(desk));
  }
}
