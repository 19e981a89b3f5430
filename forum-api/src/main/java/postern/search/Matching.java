package postern.search;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import postern.kernel.Id;

/** Writes what is looked for as Lucene has it. */
final class Matching {
  private static final float IN_TITLE = 3;
  private static final float LONGER_WORD = 0.3f;
  private static final int SHORTEST_BEGINNING = 3;

  private Matching() {}

  /** Whether a word begins so, where the beginning says enough. */
  static boolean beginsWith(String word, String beginning) {
    return mayBegin(beginning) && word.startsWith(beginning);
  }

  static Query of(SearchIndex.Wanted wanted) {
    var query = new BooleanQuery.Builder();
    boolean anything = false;
    for (var part : wanted.parts()) {
      query.add(part(part), part.without() ? Occur.MUST_NOT : Occur.MUST);
      anything |= !part.without();
    }
    if (!anything) {
      query.add(new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE), Occur.MUST);
    }
    query.add(oneOf(Fields.BOARD, wanted.boards()), Occur.FILTER);
    wanted.authors().ifPresent(ids -> query.add(oneOf(Fields.AUTHOR, ids), Occur.FILTER));
    if (wanted.from().isPresent() || wanted.until().isPresent()) {
      long from = wanted.from().map(Fields::micros).orElse(Long.MIN_VALUE);
      long until = wanted.until().map(at -> Fields.micros(at) - 1).orElse(Long.MAX_VALUE);
      query.add(LongPoint.newRangeQuery(Fields.AT, from, until), Occur.FILTER);
    }
    return query.build();
  }

  static Query oneOf(String field, Collection<? extends Id> ids) {
    return new TermInSetQuery(field, ids.stream().map(id -> new BytesRef(id.toString())).toList());
  }

  private static Query part(Asked.Part part) {
    var either = new BooleanQuery.Builder();
    either.add(new BoostQuery(row(Fields.TITLE, part.words()), IN_TITLE), Occur.SHOULD);
    either.add(row(Fields.BODY, part.words()), Occur.SHOULD);
    if (!part.exact() && part.words().size() == 1 && mayBegin(part.words().getFirst())) {
      either.add(beginning(Fields.TITLE, part, IN_TITLE * LONGER_WORD), Occur.SHOULD);
      either.add(beginning(Fields.BODY, part, LONGER_WORD), Occur.SHOULD);
    }
    return either.build();
  }

  private static Query beginning(String field, Asked.Part part, float weight) {
    var prefix = new PrefixQuery(new Term(field, part.words().getFirst()));
    return new BoostQuery(new ConstantScoreQuery(prefix), weight);
  }

  private static Query row(String field, List<String> words) {
    return words.size() == 1
        ? new TermQuery(new Term(field, words.getFirst()))
        : new PhraseQuery(field, words.toArray(String[]::new));
  }

  // Two signs are a whole word where a script has no spaces.
  private static boolean mayBegin(String word) {
    return word.codePointCount(0, word.length()) >= SHORTEST_BEGINNING;
  }
}
