package postern.threads;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;
import java.util.stream.Collectors;
import postern.boards.Figures;
import postern.http.Origin;
import postern.kernel.BoardId;
import postern.kernel.Viewer;

/** Hands this room's endpoints of the JSON API to an application. */
public final class ThreadsEdge {
  private final Discussions rooms;
  private final Origin origin;

  public ThreadsEdge(Discussions rooms, Origin origin) {
    this.rooms = rooms;
    this.origin = origin;
  }

  public void register(JerseyEnvironment jersey) {
    jersey.register(new ThreadsResource(rooms, origin));
    jersey.register(new PostsResource(rooms, origin));
    jersey.register(new MarksResource(rooms, origin));
    jersey.register(new SeamsResource(rooms, origin));
    jersey.register(new ReadingResource(rooms));
    jersey.register(new BookmarksResource(rooms, origin));
    jersey.register(new DraftsResource(rooms));
    jersey.register(new HeldResource(rooms, origin));
  }

  /** What the boards' own endpoints say of how much stands on each. */
  public Map<BoardId, Figures> figures(Viewer viewer) {
    return rooms.threadLists().boards(viewer).entrySet().stream()
        .collect(
            Collectors.toMap(entry -> entry.getKey().id(), entry -> figures(entry.getValue())));
  }

  private static Figures figures(ThreadLists.BoardCount count) {
    return new Figures(
        count.threads(), count.posts(), count.last().map(view -> view.thread().lastPostAt()));
  }
}
