package postern.search;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.threads.Findable;

/**
 * Where the words of posts are kept for finding. This node's own Lucene index is one; a service
 * that several nodes share could be another.
 */
interface SearchIndex extends AutoCloseable {
  /** Keeps posts, in the place of what was kept of them before. */
  void put(Collection<Findable> posts);

  void drop(PostId post);

  void dropAll(ThreadId thread);

  /** From now on what was put is found, and what was dropped is not. */
  void refresh();

  /** Survives the end of the process, together with how far the changes are in it. */
  void keep(Mark mark);

  /**
   * How far the changes are in it.
   *
   * @param epoch which making of the index this is
   * @param seq the last change that is in it
   */
  record Mark(long epoch, long seq) {}

  /** In the order asked for, from after a match on. */
  List<Match> find(Wanted wanted, Optional<Match> after, int limit);

  /** The posts of threads whose titles share the most telling words, the best first. */
  List<PostId> similar(Set<String> words, Set<BoardId> boards, int limit);

  @Override
  void close();

  /**
   * What is looked for, with what the viewer may read.
   *
   * @param authors nobody else's; absent for anybody's
   */
  record Wanted(
      List<Asked.Part> parts,
      Set<BoardId> boards,
      Optional<Set<MemberId>> authors,
      Optional<Instant> from,
      Optional<Instant> until,
      Asked.Order order) {}

  /**
   * A post that was found.
   *
   * @param key what it is sorted by: its score, or its time in microseconds
   */
  record Match(PostId post, long key) {}
}
