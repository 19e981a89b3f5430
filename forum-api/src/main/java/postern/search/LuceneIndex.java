package postern.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import postern.kernel.BoardId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.threads.Findable;

/** One making of the index, in a folder of its own. */
final class LuceneIndex implements SearchIndex {
  private static final String EPOCH = "epoch";
  private static final String SEQ = "seq";
  private static final double MEGABYTES_IN_MEMORY = 32;
  private static final long MOST_MILLISECONDS = 2_000;

  private static final SortField BY_ID = new SortField(Fields.POST, SortField.Type.LONG, true);
  private static final Sort BEST = new Sort(SortField.FIELD_SCORE, BY_ID);
  private static final Sort NEWEST =
      new Sort(new SortField(Fields.AT, SortField.Type.LONG, true), BY_ID);

  private final IndexWriter writer;
  private final SearcherManager searchers;

  private LuceneIndex(IndexWriter writer, SearcherManager searchers) {
    this.writer = writer;
    this.searchers = searchers;
  }

  /**
   * Opens what the folder holds, or makes a new one there.
   *
   * @throws IOException when what it holds cannot be read
   */
  static LuceneIndex open(Path folder) throws IOException {
    var settings =
        new IndexWriterConfig(WordStream.analyzer())
            .setSimilarity(new PlainScore())
            .setRAMBufferSizeMB(MEGABYTES_IN_MEMORY)
            .setCommitOnClose(false);
    var directory = FSDirectory.open(folder);
    try {
      var writer = new IndexWriter(directory, settings);
      return new LuceneIndex(writer, new SearcherManager(writer, null));
    } catch (IOException | RuntimeException unreadable) {
      directory.close();
      throw unreadable;
    }
  }

  /** How far the changes are in it; empty when it was never kept whole. */
  Optional<Mark> mark() {
    var data = writer.getLiveCommitData();
    if (data == null) {
      return Optional.empty();
    }
    var kept = new java.util.HashMap<String, Long>();
    data.forEach(entry -> kept.put(entry.getKey(), Long.valueOf(entry.getValue())));
    return kept.containsKey(EPOCH)
        ? Optional.of(new Mark(kept.get(EPOCH), kept.get(SEQ)))
        : Optional.empty();
  }

  @Override
  public void put(Collection<Findable> posts) {
    attempt(
        () -> {
          for (var post : posts) {
            writer.updateDocument(new Term(Fields.POST, post.id().toString()), Fields.of(post));
          }
          return null;
        });
  }

  @Override
  public void drop(PostId post) {
    attempt(() -> writer.deleteDocuments(new Term(Fields.POST, post.toString())));
  }

  @Override
  public void dropAll(ThreadId thread) {
    attempt(() -> writer.deleteDocuments(new Term(Fields.THREAD, thread.toString())));
  }

  @Override
  public void refresh() {
    attempt(
        () -> {
          searchers.maybeRefreshBlocking();
          return null;
        });
  }

  @Override
  public void keep(Mark mark) {
    writer.setLiveCommitData(
        Map.of(EPOCH, Long.toString(mark.epoch()), SEQ, Long.toString(mark.seq())).entrySet());
    attempt(writer::commit);
  }

  @Override
  public List<Match> find(Wanted wanted, Optional<Match> after, int limit) {
    return read(
        searcher -> {
          var last = after.map(match -> field(wanted.order(), match, searcher)).orElse(null);
          var sort = sort(wanted.order());
          var collectors = new TopFieldCollectorManager(sort, limit, last, limit);
          var top = searcher.search(Matching.of(wanted), collectors);
          return Arrays.stream(top.scoreDocs)
              .map(found -> match(wanted.order(), (FieldDoc) found))
              .toList();
        },
        List.of());
  }

  @Override
  public List<PostId> similar(Set<String> words, Set<BoardId> boards, int limit) {
    return read(searcher -> new Likeness(searcher, boards).best(words, limit), List.of());
  }

  @Override
  public void close() {
    attempt(
        () -> {
          searchers.close();
          writer.close();
          writer.getDirectory().close();
          return null;
        });
  }

  private static Sort sort(Asked.Order order) {
    return switch (order) {
      case BEST -> BEST;
      case NEWEST -> NEWEST;
    };
  }

  // A match that is gone meanwhile still says where to go on: its place is its key, not its
  // document.
  private static FieldDoc field(Asked.Order order, Match match, IndexSearcher searcher) {
    Object key =
        switch (order) {
          case BEST -> Float.intBitsToFloat((int) match.key());
          case NEWEST -> match.key();
        };
    int afterAll = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
    return new FieldDoc(afterAll, Float.NaN, new Object[] {key, match.post().value()});
  }

  private static Match match(Asked.Order order, FieldDoc found) {
    var post = new PostId((Long) found.fields[1]);
    return switch (order) {
      case BEST -> new Match(post, Float.floatToIntBits((Float) found.fields[0]));
      case NEWEST -> new Match(post, (Long) found.fields[0]);
    };
  }

  private interface Reading<T> {
    T read(IndexSearcher searcher) throws IOException;
  }

  // A search that takes too long ends with what it has found by then.
  private <T> T read(Reading<T> reading, T nothing) {
    return attempt(
        () -> {
          IndexSearcher shared;
          try {
            shared = searchers.acquire();
          } catch (AlreadyClosedException madeAnew) {
            return nothing; // Another took its place in this moment.
          }
          try {
            if (shared.getIndexReader().maxDoc() == 0) {
              return nothing;
            }
            var searcher = new IndexSearcher(shared.getIndexReader());
            searcher.setSimilarity(new PlainScore());
            searcher.setTimeout(new QueryTimeoutImpl(MOST_MILLISECONDS));
            return reading.read(searcher);
          } finally {
            searchers.release(shared);
          }
        });
  }

  private interface Attempt<T> {
    T make() throws IOException;
  }

  private static <T> T attempt(Attempt<T> attempt) {
    try {
      return attempt.make();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
