package postern.web.admin;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import postern.Forum;
import postern.web.Count;

/** How this node is, in sentences. */
final class Health {
  private static final long MEGABYTE = 1 << 20;
  private static final long LITTLE_MEGABYTES = 1024;

  private final Forum forum;

  Health(Forum forum) {
    this.forum = forum;
  }

  List<OverviewPage.Line> lines() {
    return List.of(
        new OverviewPage.Line("Database", forum.foundation().storage().server()),
        new OverviewPage.Line("Search", search()),
        new OverviewPage.Line("Mail", mail()),
        new OverviewPage.Line("Disk", disk()),
        new OverviewPage.Line("Java", Runtime.version().toString()));
  }

  /** True when the disk fills up. */
  boolean littleDisk() {
    return free().filter(megabytes -> megabytes < LITTLE_MEGABYTES).isPresent();
  }

  private String search() {
    var health = forum.searches().health();
    if (!health.whole()) {
      return "The index is being made.";
    }
    return health.behind() == 0
        ? "All that was written is in the index."
        : Count.of(health.behind(), "change waits", "changes wait").words() + " for the index.";
  }

  private String mail() {
    return forum.foundation().delivery().sandbox().isPresent()
        ? "Stays in the sandbox; nothing leaves."
        : "Leaves by the relay host.";
  }

  // Not the exact size: two looks at the page shall be the same while nothing has changed.
  private String disk() {
    return free()
        .map(
            megabytes ->
                megabytes < LITTLE_MEGABYTES
                    ? "%,d MB are free.".formatted(megabytes)
                    : "More than 1 GB is free.")
        .orElse("Not known.");
  }

  private Optional<Long> free() {
    return store().flatMap(Health::usable).map(octets -> octets / MEGABYTE);
  }

  private Optional<FileStore> store() {
    try {
      Path folder = forum.foundation().settings().search().folder();
      return Optional.of(Files.getFileStore(folder));
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<Long> usable(FileStore store) {
    try {
      return Optional.of(store.getUsableSpace());
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }
}
