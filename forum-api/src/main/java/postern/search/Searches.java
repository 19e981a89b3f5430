package postern.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import postern.boards.Board;
import postern.http.Cursor;
import postern.http.Network;
import postern.http.RateLimits;
import postern.http.Rule;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.Slice;
import postern.kernel.Username;
import postern.kernel.Viewer;
import postern.search.SearchIndex.Match;
import postern.search.SearchIndex.Wanted;
import postern.threads.Discussions;
import postern.threads.Ground;
import postern.threads.PostLists.PlacedPost;
import postern.threads.ThreadView;

/**
 * Finds posts by their words. What a viewer may not read is not looked through, and what was found
 * is asked of the database again before it is shown. How many there are is never told.
 *
 * <p>A node follows the changes in a thread of its own from {@link #start} on; what was posted on
 * any node is found within about a second.
 */
public final class Searches implements AutoCloseable {
  private static final Rule SEARCHES = new Rule("searches", 60, Duration.ofMinutes(1));
  private static final Rule LIKENESSES = new Rule("similar-threads", 90, Duration.ofMinutes(1));

  /** How often more is read when what was found is not there any more. */
  private static final int ROUNDS = 5;

  private static final int LONGEST_TITLE = 200;
  private static final int WORDS_OF_A_TITLE = 32;

  private final Ground ground;
  private final Discussions rooms;
  private final Follower follower;

  private Searches(Ground ground, Discussions rooms, Follower follower) {
    this.ground = ground;
    this.rooms = rooms;
    this.follower = follower;
  }

  public static Searches of(Ground ground, Discussions rooms, SearchSettings settings) {
    return new Searches(ground, rooms, Follower.of(ground, rooms.findables(), settings));
  }

  /**
   * @param from whose searches a visitor's are counted with
   * @param after the key of the last hit of the page before
   */
  public Searched find(
      Viewer viewer, Network from, Asked asked, Optional<Cursor> after, int limit) {
    if (asked.empty()) {
      return new Searched.NothingAsked();
    }
    return switch (ground.rates().take(SEARCHES, subject(viewer, from))) {
      case RateLimits.Taken.TooMany(var wait) -> new Searched.TooSoon(wait);
      case RateLimits.Taken.Allowed _ ->
          new Searched.Found(found(viewer, asked, after, limit), follower.whole());
    };
  }

  /**
   * Threads whose titles are like this one, the likest first; none for visitors, who start no
   * threads.
   */
  public List<ThreadView> similar(Viewer viewer, String title, int limit) {
    if (!(viewer instanceof Viewer.Member by)
        || ground.rates().take(LIKENESSES, by.id().toString())
            instanceof RateLimits.Taken.TooMany) {
      return List.of();
    }
    var words = new LinkedHashSet<String>();
    Words.toFind(title.substring(0, Math.min(title.length(), LONGEST_TITLE))).stream()
        .limit(WORDS_OF_A_TITLE)
        .forEach(word -> words.add(word.text()));
    var boards = readable(viewer, Optional.empty());
    if (words.isEmpty() || boards.isEmpty()) {
      return List.of();
    }
    var posts =
        follower.index().map(index -> index.similar(words, boards, limit)).orElse(List.of());
    var there = listed(viewer, posts);
    return posts.stream().filter(there::containsKey).map(id -> there.get(id).thread()).toList();
  }

  /**
   * How this node's index is.
   *
   * @param whole false before it was made for the first time
   * @param behind how many changes are not in it yet
   */
  public record Health(boolean whole, long behind) {}

  public Health health() {
    return new Health(follower.whole(), follower.behind());
  }

  /** Begins to follow the changes. */
  public void start() {
    follower.start();
  }

  /**
   * Follows no more until it is asked to catch up; for tests, in which nothing happens by itself.
   */
  public void pause() {
    follower.pause();
  }

  /** Brings this node's index to where the changes are now; for tests, which do not wait. */
  public void catchUp() {
    follower.catchUp();
  }

  /**
   * Every node makes its index anew: this process now, if no other works in this node's folder.
   *
   * @param progress told how many posts are in it by then
   */
  public Rebuilt rebuild(LongConsumer progress) {
    follower.renew();
    var posts = new AtomicLong();
    return follower.makeAnew(
            done -> {
              posts.set(done);
              progress.accept(done);
            })
        ? new Rebuilt.Made(posts.get())
        : new Rebuilt.ByTheService();
  }

  @Override
  public void close() {
    follower.close();
  }

  /** For tests, which look into it. */
  SearchIndex index() {
    return follower.index().orElseThrow();
  }

  private Slice<Hit> found(Viewer viewer, Asked asked, Optional<Cursor> after, int limit) {
    var order = asked.hasWords() ? asked.order() : Asked.Order.NEWEST;
    var wanted = wanted(viewer, asked.in(order));
    var index = follower.index();
    if (wanted.isEmpty() || index.isEmpty()) {
      return new Slice<>(List.of(), false);
    }
    var marking = new Marking(asked.parts());
    var hits = new ArrayList<Hit>();
    var last = after.map(key -> match(order, key));
    for (int round = 0; round < ROUNDS && hits.size() <= limit; round++) {
      var matches = index.get().find(wanted.get(), last, limit + 1);
      hits.addAll(shown(viewer, order, matches, marking));
      if (matches.size() <= limit) {
        break;
      }
      last = Optional.of(matches.getLast());
    }
    return Slice.of(hits, limit);
  }

  // The index may be a moment behind, and rights may have changed: the database has the last word.
  private List<Hit> shown(Viewer viewer, Asked.Order order, List<Match> matches, Marking marking) {
    var there = listed(viewer, matches.stream().map(Match::post).toList());
    return matches.stream()
        .filter(match -> there.containsKey(match.post()))
        .map(match -> hit(there.get(match.post()), key(order, match), marking))
        .toList();
  }

  private Map<PostId, PlacedPost> listed(Viewer viewer, List<PostId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : ground.database().read(tx -> rooms.postLists().listed(tx, viewer, ids));
  }

  private static Hit hit(PlacedPost placed, Cursor key, Marking marking) {
    return new Hit(
        placed,
        marking.whole(placed.thread().thread().title()),
        marking.excerpt(HtmlText.of(placed.post().html().html())),
        key);
  }

  private Optional<Wanted> wanted(Viewer viewer, Asked asked) {
    var boards = readable(viewer, asked.board());
    var authors = asked.author().map(this::identities);
    return boards.isEmpty() || authors.filter(Set::isEmpty).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Wanted(asked.parts(), boards, authors, asked.from(), asked.until(), asked.order()));
  }

  private Set<BoardId> readable(Viewer viewer, Optional<String> named) {
    return ground.boards().list(viewer).stream()
        .filter(
            board ->
                named.isEmpty()
                    || board.slug().equalsIgnoreCase(named.get())
                    || board.id().toString().equals(named.get()))
        .map(Board::id)
        .collect(Collectors.toSet());
  }

  private Set<MemberId> identities(String name) {
    return Username.parse(name)
        .map(
            username ->
                ground
                    .database()
                    .read(
                        tx ->
                            ground
                                .accounts()
                                .author(tx, username)
                                .filter(author -> !author.erased())
                                .map(author -> ground.accounts().identities(tx, author.id()))
                                .<Set<MemberId>>map(HashSet::new)
                                .orElse(Set.of())))
        .orElse(Set.of());
  }

  private static String subject(Viewer viewer, Network from) {
    return switch (viewer) {
      case Viewer.Member member -> member.id().toString();
      case Viewer.Guest _ -> from.subject();
    };
  }

  // In the order of fit a score takes the place of the time, its bits as seconds.
  private static Cursor key(Asked.Order order, Match match) {
    var at =
        switch (order) {
          case BEST -> Instant.ofEpochSecond(match.key());
          case NEWEST -> Fields.instant(match.key());
        };
    return new Cursor(at, match.post().value());
  }

  private static Match match(Asked.Order order, Cursor cursor) {
    long key =
        switch (order) {
          case BEST ->
              Math.clamp(cursor.at().getEpochSecond(), 0, Float.floatToIntBits(Float.MAX_VALUE));
          case NEWEST -> Fields.micros(cursor.at());
        };
    return new Match(new PostId(Math.max(1, cursor.id())), key);
  }
}
