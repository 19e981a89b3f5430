package postern.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import postern.kernel.Failure;

/** This node's index: the one that answers, and while it is made anew, the one that will. */
final class Shelf implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  private final Folders folders;
  private volatile Optional<Kept> answering = Optional.empty();
  private Optional<Kept> inTheMaking = Optional.empty();

  record Kept(Path folder, LuceneIndex index) {}

  /** Takes the last whole index that can be read, if there is one. */
  Shelf(Folders folders) {
    this.folders = folders;
    for (var folder : folders.all()) {
      if (answering.isEmpty()) {
        answering = whole(folder);
      }
    }
  }

  /** The index that answers; none before the first is begun. */
  Optional<LuceneIndex> index() {
    return answering.map(Kept::index);
  }

  Optional<SearchIndex.Mark> mark() {
    return index().flatMap(LuceneIndex::mark);
  }

  /** A new, empty one; it answers at once where there is no other. */
  LuceneIndex begin() {
    var folder = folders.next();
    try {
      var begun = new Kept(folder, LuceneIndex.open(folder));
      inTheMaking = Optional.of(begun);
      if (answering.isEmpty()) {
        answering = inTheMaking;
      }
      return begun.index();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The new one is whole: it answers from now on, and the others go. */
  void finish() {
    var made = inTheMaking.orElseThrow();
    var before = answering;
    answering = inTheMaking;
    inTheMaking = Optional.empty();
    before.filter(old -> !old.equals(made)).ifPresent(old -> old.index().close());
    folders.keepOnly(made.folder());
  }

  /** The new one will not be finished. */
  void giveUp() {
    inTheMaking.ifPresent(
        begun -> {
          answering = answering.filter(one -> !one.equals(begun));
          begun.index().close();
        });
    inTheMaking = Optional.empty();
  }

  @Override
  public void close() {
    var open = new ArrayList<LuceneIndex>();
    answering.ifPresent(kept -> open.add(kept.index()));
    inTheMaking
        .filter(kept -> !answering.equals(Optional.of(kept)))
        .ifPresent(kept -> open.add(kept.index()));
    answering = Optional.empty();
    inTheMaking = Optional.empty();
    open.forEach(LuceneIndex::close);
    folders.close();
  }

  private static Optional<Kept> whole(Path folder) {
    try {
      var index = LuceneIndex.open(folder);
      if (index.mark().isPresent()) {
        return Optional.of(new Kept(folder, index));
      }
      index.close();
    } catch (IOException | RuntimeException unreadable) {
      LOG.warn("search index not readable {}", Failure.trace(unreadable));
    }
    return Optional.empty();
  }
}
