package postern.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import postern.http.Cursor;
import postern.http.Network;
import postern.kernel.BoardId;
import postern.kernel.PostId;
import postern.kernel.Slice;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.threads.House;

/** The rooms up to this one, on a real database and a real folder, for its tests. */
final class SearchHouse implements AutoCloseable {
  static final Network SOMEWHERE = Network.of("192.0.2.1");

  final House house = new House(false);
  final Path folder = newFolder();
  final Searches searches = node(folder);

  static Path newFolder() {
    try {
      return Files.createTempDirectory("postern-search");
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Another node of the same forum. Its jobs are done by the first. */
  Searches node(Path itsFolder) {
    var settings = new SearchSettings(itsFolder, Duration.ofMillis(50));
    return searches == null
        ? Searches.of(house.ground, house.rooms, settings)
        : Searches.of(
            new postern.threads.Ground(
                house.database,
                house.accounts.sources,
                new postern.jobs.Jobs(house.database, house.clock, house.accounts.sources.ids()),
                house.accounts.limits,
                house.boards,
                house.accounts.accounts),
            house.rooms,
            settings);
  }

  ThreadId thread(BoardId board, String title, String body) {
    return House.started(house.rooms.threads().start(house.ada, board, title, body)).thread();
  }

  PostId reply(Viewer.Member by, ThreadId thread, String body) {
    return House.replied(house.rooms.posts().reply(by, thread, body)).post();
  }

  /** What was promised is done, and what changed is in the index. */
  void settle() {
    house.accounts.runner.drain();
    searches.catchUp();
  }

  List<Hit> find(Viewer viewer, String typed) {
    return found(searches, viewer, Asked.read(typed), Optional.empty(), 100).rows();
  }

  /** The plain text of what was found, one for each hit. */
  List<String> texts(Viewer viewer, String typed) {
    return find(viewer, typed).stream().map(hit -> hit.placed().post().body()).toList();
  }

  static Slice<Hit> found(
      Searches searches, Viewer viewer, Asked asked, Optional<Cursor> after, int limit) {
    return switch (searches.find(viewer, SOMEWHERE, asked, after, limit)) {
      case Searched.Found(var hits, _) -> hits;
      case Searched.NothingAsked _ -> new Slice<>(List.of(), false);
      case Searched.TooSoon _ -> throw new AssertionError("there is no limit here");
    };
  }

  @Override
  public void close() {
    searches.close();
    house.close();
  }
}
