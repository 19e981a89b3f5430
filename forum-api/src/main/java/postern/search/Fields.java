package postern.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import postern.threads.Findable;

/** A post as the index has it. No text is kept: what is shown comes from the database. */
final class Fields {
  static final String POST = "post";
  static final String THREAD = "thread";
  static final String BOARD = "board";
  static final String AUTHOR = "author";
  static final String AT = "at";
  static final String TITLE = "title";
  static final String BODY = "body";
  static final String TITLED = "titled";

  private Fields() {}

  static Document of(Findable post) {
    var document = new Document();
    document.add(new StringField(POST, post.id().toString(), Field.Store.NO));
    document.add(new NumericDocValuesField(POST, post.id().value()));
    document.add(new StringField(THREAD, post.thread().toString(), Field.Store.NO));
    document.add(new StringField(BOARD, post.board().toString(), Field.Store.NO));
    document.add(new StringField(AUTHOR, post.author().toString(), Field.Store.NO));
    document.add(new LongPoint(AT, micros(post.createdAt())));
    document.add(new NumericDocValuesField(AT, micros(post.createdAt())));
    document.add(new TextField(BODY, HtmlText.of(post.html().html()), Field.Store.NO));
    post.title()
        .ifPresent(
            title -> {
              document.add(new TextField(TITLE, title, Field.Store.NO));
              document.add(new StringField(TITLED, "y", Field.Store.NO));
            });
    return document;
  }

  static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
