package postern.threads;

import java.util.List;

/** Renders again, little by little, what an older version of the renderer made. */
final class Refresh {
  private static final int BATCH = 200;

  private final Ground ground;
  private final Texts texts;

  Refresh(Ground ground, Texts texts) {
    this.ground = ground;
    this.texts = texts;
  }

  /** One batch; how many were done. */
  int run() {
    List<PostsDao.Row> rows =
        ground
            .database()
            .read(tx -> tx.dao(PostsDao.class).renderedBefore(Renderer.VERSION, BATCH));
    rows.forEach(this::render);
    return rows.size();
  }

  private void render(PostsDao.Row row) {
    var html = html(row);
    ground
        .database()
        .run(
            tx ->
                tx.changing(
                    Parts.thread(row.thread()),
                    () ->
                        tx.dao(PostsDao.class)
                            .rerender(row.id(), row.body(), html, Renderer.VERSION)));
  }

  /** What is refused now, because limits are lower than they were, stays as it was. */
  private String html(PostsDao.Row row) {
    return switch (row.format()) {
      case MAIL -> MailHtml.of(MailBody.read(row.body())).html();
      case MARKDOWN ->
          switch (texts.take(row.body())) {
            case Texts.Take.Good(var text) -> text.html();
            case Texts.Take.Bad _ -> row.html();
          };
    };
  }
}
