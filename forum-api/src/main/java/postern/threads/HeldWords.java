package postern.threads;

import java.util.List;
import postern.kernel.Line;
import postern.kernel.Viewer;

/**
 * The words and phrases that hold a post until a moderator has read it. They are found as whole
 * words, whatever their case and their form (see {@link Folded}). Administrators alone see and
 * change them.
 */
public final class HeldWords {
  private final Ground ground;

  HeldWords(Ground ground) {
    this.ground = ground;
  }

  /** All of them, in order; none for who is no administrator. */
  public List<HeldWord> list(Viewer viewer) {
    return viewer.administers()
        ? ground.database().read(tx -> tx.dao(HeldWordsDao.class).all())
        : List.of();
  }

  public WordChanged add(Viewer viewer, String typed) {
    if (!viewer.administers()) {
      return new WordChanged.NotAllowed();
    }
    var line = Line.parse(typed, HeldWord.LONGEST);
    var folded = line.map(word -> Folded.of(word.text()));
    if (folded.isEmpty()
        || folded.get().letters().isEmpty()
        || folded.get().text().codePointCount(0, folded.get().text().length()) > 200) {
      return new WordChanged.BadWord(HeldWord.LONGEST);
    }
    var word = new HeldWord(ground.sources().ids().next(), line.get().text(), ground.now());
    return ground
        .database()
        .write(
            tx -> {
              var dao = tx.dao(HeldWordsDao.class);
              if (dao.count() >= HeldWord.MOST) {
                return new WordChanged.TooMany(HeldWord.MOST);
              }
              return dao.add(word.id(), word.word(), folded.get().text(), word.addedAt()) == 0
                  ? new WordChanged.Already()
                  : new WordChanged.Added(word);
            });
  }

  public WordChanged remove(Viewer viewer, long id) {
    if (!viewer.administers()) {
      return new WordChanged.NotAllowed();
    }
    int gone = ground.database().write(tx -> tx.dao(HeldWordsDao.class).remove(id));
    return gone == 0 ? new WordChanged.NotFound() : new WordChanged.Removed();
  }
}
