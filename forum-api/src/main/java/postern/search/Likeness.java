package postern.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import postern.kernel.BoardId;
import postern.kernel.PostId;

/**
 * Titles like another. A word says the more the fewer titles have it, counted among those alone
 * that the reader may read.
 */
final class Likeness {
  /** The part of all that a title's words say which another must share. */
  private static final float ENOUGH = 0.35f;

  private static final float SHORT_WORD = 0.3f;
  private static final Sort BEST =
      new Sort(SortField.FIELD_SCORE, new SortField(Fields.POST, SortField.Type.LONG, true));

  private final IndexSearcher searcher;
  private final Query readable;

  Likeness(IndexSearcher searcher, Set<BoardId> boards) {
    this.searcher = searcher;
    this.readable = Matching.oneOf(Fields.BOARD, boards);
  }

  List<PostId> best(Set<String> words, int limit) throws IOException {
    int titles = count(new TermQuery(new Term(Fields.TITLED, "y")));
    var query = new BooleanQuery.Builder().add(readable, Occur.FILTER);
    float all = 0;
    for (var word : words) {
      var there = new TermQuery(new Term(Fields.TITLE, word));
      float weight = weight(word, count(there), titles);
      all += weight;
      query.add(new BoostQuery(new ConstantScoreQuery(there), weight), Occur.SHOULD);
    }
    query.setMinimumNumberShouldMatch(1);
    float enough = all * ENOUGH;
    return Arrays.stream(searcher.search(query.build(), limit, BEST).scoreDocs)
        .map(FieldDoc.class::cast)
        .filter(found -> (Float) found.fields[0] >= enough)
        .map(found -> new PostId((Long) found.fields[1]))
        .toList();
  }

  private static float weight(String word, int having, int titles) {
    float telling = (float) Math.log(1 + (titles + 1) / (having + 0.5));
    boolean letters = word.codePointAt(0) < 0xe00;
    return letters && word.length() < 3 ? telling * SHORT_WORD : telling;
  }

  private int count(Query query) throws IOException {
    return searcher.count(
        new BooleanQuery.Builder().add(query, Occur.FILTER).add(readable, Occur.FILTER).build());
  }
}
