package postern.search;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * How well a post fits: more of a word is better, with less and less effect, and so is a shorter
 * text (BM25 with a fixed average length). It asks nothing of all the other posts, so how many
 * there are with a word, on boards that the reader may not read, has no effect on the order.
 */
final class PlainScore extends Similarity {
  private static final float K1 = 1.2f;
  private static final float B = 0.5f;
  private static final float USUAL_LENGTH = 80;

  @Override
  public SimScorer scorer(float boost, CollectionStatistics all, TermStatistics... terms) {
    return new SimScorer() {
      @Override
      public float score(float times, long norm) {
        float length = SmallFloat.byte4ToInt((byte) norm);
        float damped = K1 * (1 - B + B * length / USUAL_LENGTH);
        // Written so that rounding keeps the order: more is never less.
        return boost * (1 + K1) * (1 - damped / (damped + times));
      }
    };
  }
}
