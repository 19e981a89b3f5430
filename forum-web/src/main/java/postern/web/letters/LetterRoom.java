package postern.web.letters;

import java.util.List;
import postern.web.Desk;

/** The resources of this room. */
public final class LetterRoom {
  private LetterRoom() {}

  public static List<Object> resources(Desk desk) {
    var pages = new LetterPages(desk);
    return List.of(
        new LettersPageResource(desk, pages),
        new WriteLetterResource(desk, pages),
        new ReportLetterResource(desk),
        new HeldLettersPageResource(desk),
        new EndLettersResource(desk),
        new UnreadResource(desk));
  }
}
