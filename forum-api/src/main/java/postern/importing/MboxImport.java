package postern.importing;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.ThreadId;
import postern.mail.mime.InboundMessage;
import postern.mail.mime.MessageRead;
import postern.mail.mime.MessageReader;
import postern.mail.mime.MimeLimits;
import postern.storage.StorageTrouble;
import postern.threads.Archives;
import postern.threads.Imported;
import postern.threads.ImportedPost;

/** One run through an indexed file: each message that is not here yet becomes a post. */
final class MboxImport {
  private final MboxFile file;
  private final MboxIndex index;
  private final Writers writers;
  private final Archives archives;
  private final BoardId board;
  private final ImportProgress progress;
  private final Threading threading;
  private final AddressMarks marks;

  private final Map<String, ThreadId> threadsOfMessages = new HashMap<>();
  private final Map<String, ThreadId> threadsOfSets = new HashMap<>();
  private final Set<MemberId> authors = new HashSet<>();
  private int posts;
  private int threads;
  private int already;
  private int broken;

  MboxImport(
      MboxFile file,
      MboxIndex index,
      Writers writers,
      Archives archives,
      BoardId board,
      ImportProgress progress) {
    this.file = file;
    this.index = index;
    this.writers = writers;
    this.archives = archives;
    this.board = board;
    this.progress = progress;
    this.threading = Threading.of(index.headings());
    this.marks = index.marks();
  }

  ImportReport run() throws IOException {
    var order = threading.inOrder();
    int done = 0;
    for (var heading : order) {
      take(heading);
      progress.imported(++done, order.size());
    }
    int different = order.size();
    return new ImportReport(
        index.messages(),
        different,
        index.messages() - index.broken() - different,
        already,
        posts,
        threads,
        authors.size(),
        index.broken() + broken);
  }

  private void take(Heading heading) throws IOException {
    var found = archives.find(SourceKey.of(heading.id()));
    if (found.isPresent()) {
      already++;
      stands(heading, found.get().thread());
      return;
    }
    var octets = file.message(heading.entry());
    try {
      switch (MessageReader.read(octets, MimeLimits.DEFAULT)) {
        case MessageRead.Refused _ -> leaveOut(heading, Broken.Reason.TOO_MUCH);
        case MessageRead.Read(var message) -> keep(heading, message);
      }
    } catch (StorageTrouble trouble) {
      throw trouble;
    } catch (RuntimeException unforeseen) {
      // One message that no one foresaw must not keep the others out.
      leaveOut(heading, Broken.Reason.FAILED);
    }
  }

  private void keep(Heading heading, InboundMessage message) {
    var writer = Writer.of(message).orElseThrow();
    var body = Bodies.of(message, marks);
    var author = writers.author(writer, marks);
    var thread = thread(heading);
    var post =
        new ImportedPost(
            SourceKey.of(heading.id()),
            board,
            thread,
            marks.hide(Subjects.base(message.subject())),
            author,
            heading.written(),
            body);
    switch (archives.keep(post)) {
      case Imported.Kept kept -> {
        posts++;
        threads += thread.isEmpty() ? 1 : 0;
        authors.add(author);
        stands(heading, kept.thread());
      }
      case Imported.Already before -> {
        already++;
        stands(heading, before.thread());
      }
      case Imported.TooLong _ -> leaveOut(heading, Broken.Reason.TEXT_TOO_LONG);
      case Imported.NoSuchThread _ -> leaveOut(heading, Broken.Reason.FAILED);
    }
  }

  private void stands(Heading heading, ThreadId thread) {
    threadsOfMessages.put(heading.id(), thread);
    threadsOfSets.putIfAbsent(threading.thread(heading), thread);
  }

  /** Where what it answers stands, in this file or from an earlier one. */
  private Optional<ThreadId> thread(Heading heading) {
    return threading
        .parent(heading)
        .map(parent -> threadsOfMessages.get(parent.id()))
        .or(() -> Optional.ofNullable(threadsOfSets.get(threading.thread(heading))))
        .or(() -> fromEarlier(heading));
  }

  private Optional<ThreadId> fromEarlier(Heading heading) {
    return heading.ancestors().reversed().stream()
        .flatMap(id -> archives.find(SourceKey.of(id)).stream())
        .map(Imported.Already::thread)
        .findFirst();
  }

  private void leaveOut(Heading heading, Broken.Reason reason) {
    broken++;
    progress.broken(new Broken(heading.entry().place(), reason));
  }
}
