package postern.letters;

import java.util.ArrayList;
import java.util.List;
import postern.kernel.MaskedAddress;
import postern.kernel.Viewer;

/** What stands in a writer's text of their own that they hide elsewhere. */
public final class OwnWords {
  // Nothing is written with it: the page only asks whether something would be found.
  private static final String NO_TOKEN = "aaaaaaaaaaaaaaaaaaaa";

  private final Room room;
  private final RulesOfMembers rules;

  OwnWords(Room room, RulesOfMembers rules) {
    this.room = room;
    this.rules = rules;
  }

  /**
   * What stands in the text that the writer hides: their own addresses and listed strings, as words
   * for the page.
   */
  public List<String> in(Viewer.Member writer, String text) {
    return room.database()
        .read(
            tx -> {
              var mask = mask(writer);
              var origin = room.settings().origin().toString();
              var address = Scrub.of(room.vault().everOf(tx, writer.id()), List.of(), mask, origin);
              var words = Scrub.of(List.of(), rules.of(tx, writer.id()).listed(), mask, origin);
              List<String> found = new ArrayList<>();
              if (address.holds(text)) {
                found.add("your address");
              }
              if (words.holds(text)) {
                found.add("something on your list of private words");
              }
              return found;
            });
  }

  /** A stretch of what was typed, and whether the writer hides it elsewhere. */
  public record Stretch(String text, boolean own) {
    @Override
    public String toString() {
      return "Stretch[hidden]";
    }
  }

  /** The text cut where something of the writer's own stands that they hide elsewhere. */
  public List<Stretch> stretches(Viewer.Member writer, String text) {
    return room.database()
        .read(
            tx -> {
              var scrub =
                  Scrub.of(
                      room.vault().everOf(tx, writer.id()),
                      rules.of(tx, writer.id()).listed(),
                      mask(writer),
                      room.settings().origin().toString());
              List<Stretch> cut = new ArrayList<>();
              int at = 0;
              for (var find : scrub.finds(text, false)) {
                cut.add(new Stretch(text.substring(at, find.from()), false));
                cut.add(new Stretch(text.substring(find.from(), find.to()), true));
                at = find.to();
              }
              cut.add(new Stretch(text.substring(at), false));
              return cut.stream().filter(stretch -> !stretch.text().isEmpty()).toList();
            });
  }

  private MaskedAddress mask(Viewer.Member writer) {
    return new MaskedAddress(writer.username(), NO_TOKEN, room.settings().domain());
  }
}
