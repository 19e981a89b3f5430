package postern.threads;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import postern.accounts.MemberView;
import postern.boards.Board;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.storage.Tx;
import postern.threads.HeldPost.Why;

/**
 * Decides whether a text stands at once or waits for a moderator. Who moderates the board is never
 * asked to wait. Where rates are off, links and repetitions count no more; words and first posts
 * do, since an administrator asked for those.
 */
final class Screening {
  private static final Pattern OUTWARD = Pattern.compile("<a href=\"(https?://[^\"]*)\"");

  private final Ground ground;
  private final TrustLimits limits;

  Screening(Ground ground, TrustLimits limits) {
    this.ground = ground;
    this.limits = limits;
  }

  /** Counts one more post, and perhaps a thread; how long to wait when it is one too many. */
  Optional<Duration> tooSoon(Tx tx, Viewer.Member by, Board board, boolean begins) {
    if (by.moderates(board.id())) {
      return Optional.empty();
    }
    var level = level(tx, by);
    var thread =
        begins ? ground.tooSoon(tx, level.threads(), by, board) : Optional.<Duration>empty();
    return thread.isPresent() ? thread : ground.tooSoon(tx, level.posts(), by, board);
  }

  /**
   * A new text that somebody wants to stand.
   *
   * @param thread where it is a reply
   * @param title where it begins a thread
   */
  record Wish(PostId id, Optional<ThreadId> thread, Optional<String> title, Texts.Taken text) {}

  /** Why a new text waits, if it does. */
  Optional<Why> verdict(Tx tx, Viewer.Member by, Board board, Wish wish) {
    if (by.moderates(board.id())) {
      return Optional.empty();
    }
    var member = member(tx, by);
    var text = wish.text();
    if (listed(tx, wish.title().orElse("") + "\n" + text.body(), text.html())) {
      return Optional.of(Why.WORD);
    }
    if (member.posts() < board.approveFirst()) {
      return Optional.of(Why.FIRST_POSTS);
    }
    return ground.rates().on() ? suspicion(tx, member, text) : Optional.empty();
  }

  /** Whether a text that takes the place of another would have waited as a new one. */
  boolean wouldHold(Tx tx, Viewer.Member by, Board board, String body, String html) {
    return !by.moderates(board.id())
        && (listed(tx, body, html)
            || (ground.rates().on() && links(html) > level(tx, by).linksPerPost()));
  }

  /** Keeps what waits, and says so. */
  PostId hold(Tx tx, Viewer.Member by, Board board, Wish wish, Why why) {
    tx.dao(HeldPostsDao.class)
        .insert(
            new HeldPostsDao.Row(
                wish.id(),
                wish.thread(),
                board.id(),
                wish.title(),
                by.id(),
                ground.now(),
                wish.text().body(),
                wish.text().html(),
                why,
                Optional.empty(),
                Optional.empty()));
    ground.jobs().publish(tx, new ThreadEvent.PostHeld(wish.id(), board.id(), by.id()));
    return wish.id();
  }

  int sweep() {
    var before = ground.now().minus(limits.repeatedWithin().toJavaDuration());
    return ground.database().write(tx -> tx.dao(HeldWordsDao.class).sweepPrints(before));
  }

  private Optional<Why> suspicion(Tx tx, MemberView member, Texts.Taken text) {
    var level = limits.of(member, ground.now());
    if (links(text.html()) > level.linksPerPost()) {
      return Optional.of(Why.LINKS);
    }
    return limits.isFirst(level) && repeated(tx, member, text)
        ? Optional.of(Why.REPEATED)
        : Optional.empty();
  }

  private boolean repeated(Tx tx, MemberView member, Texts.Taken text) {
    var letters = Folded.of(text.body()).letters();
    if (letters.length() < limits.repeatedCharacters()) {
      return false;
    }
    var dao = tx.dao(HeldWordsDao.class);
    var print = hash(letters);
    var since = ground.now().minus(limits.repeatedWithin().toJavaDuration());
    boolean before = dao.printed(print, since) > 0;
    dao.print(print, member.id(), ground.now());
    return before;
  }

  private static boolean listed(Tx tx, String written, String html) {
    var words = tx.dao(HeldWordsDao.class).folded();
    if (words.isEmpty()) {
      return false;
    }
    var source = Folded.of(written);
    var seen = Folded.ofHtml(html);
    return words.stream().map(Folded::new).anyMatch(word -> source.holds(word) || seen.holds(word));
  }

  private static int links(String html) {
    var links = new HashSet<String>();
    var found = OUTWARD.matcher(html);
    while (found.find()) {
      links.add(found.group(1));
    }
    return links.size();
  }

  private Level level(Tx tx, Viewer.Member by) {
    return limits.of(member(tx, by), ground.now());
  }

  private MemberView member(Tx tx, Viewer.Member by) {
    return ground.accounts().member(tx, by.id()).orElseThrow();
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
