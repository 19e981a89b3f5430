package postern.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rebuilds the threads of an archive by the algorithm that mail programs share (Zawinski, "message
 * threading"): messages belong together when one names the other, or both name a third, also one
 * that the archive lacks. Threads are flat here, so that of its tree only the sets are needed, and
 * that no answer comes before what it answers. A subject joins only what names nothing and says
 * "Re:".
 */
final class Threading {
  private static final Duration SUBJECT_IS_REMEMBERED = Duration.ofDays(180);

  private final Map<String, Heading> byId = new HashMap<>();
  private final Map<String, String> leaders = new HashMap<>();
  private final Map<Integer, Instant> turns = new HashMap<>();

  private Threading() {}

  /**
   * @param headings each with an id of its own
   */
  static Threading of(List<Heading> headings) {
    var threading = new Threading();
    headings.forEach(heading -> threading.byId.put(heading.id(), heading));
    headings.forEach(heading -> threading.joinNamed(heading));
    threading.joinBySubject(headings);
    return threading;
  }

  /** Alike for all messages of one thread. */
  String thread(Heading heading) {
    return leader(heading.id());
  }

  /**
   * The order to take them in: by time, but no answer before what it answers, whatever its clock
   * said.
   */
  List<Heading> inOrder() {
    var ordered = new ArrayList<>(byId.values());
    ordered.sort(
        Comparator.comparing((Heading heading) -> turn(heading))
            .thenComparing(this::depth)
            .thenComparing(Heading::number));
    return ordered;
  }

  /** The nearest message of the archive that this one answers. */
  Optional<Heading> parent(Heading heading) {
    return heading.ancestors().reversed().stream()
        .map(byId::get)
        .filter(found -> found != null && found != heading)
        .findFirst();
  }

  private void joinNamed(Heading heading) {
    heading.ancestors().forEach(ancestor -> join(heading.id(), ancestor));
  }

  private void joinBySubject(List<Heading> headings) {
    var seen = new HashMap<String, TreeMap<Instant, Heading>>();
    for (var heading : headings) {
      seen.computeIfAbsent(heading.subject(), _ -> new TreeMap<>())
          .putIfAbsent(heading.written(), heading);
    }
    for (var heading : headings) {
      if (heading.ancestors().isEmpty() && heading.reply() && !heading.subject().isEmpty()) {
        var before = seen.get(heading.subject()).lowerEntry(heading.written());
        if (before != null
            && before.getKey().plus(SUBJECT_IS_REMEMBERED).isAfter(heading.written())) {
          join(heading.id(), before.getValue().id());
        }
      }
    }
  }

  private void join(String one, String other) {
    var first = leader(one);
    var second = leader(other);
    if (!first.equals(second)) {
      leaders.put(first, second);
    }
  }

  // Union-find with path halving, so that a chain of any length stays cheap.
  private String leader(String id) {
    var at = id;
    for (var next = leaders.get(at); next != null; next = leaders.get(at)) {
      var beyond = leaders.get(next);
      if (beyond != null) {
        leaders.put(at, beyond);
      }
      at = next;
    }
    return at;
  }

  /** The later of its own time and that of all it answers; a circle of answers is cut open. */
  private Instant turn(Heading heading) {
    var path = new ArrayList<Heading>();
    var onPath = new HashSet<Heading>();
    var at = Optional.of(heading);
    while (at.isPresent() && !turns.containsKey(at.get().number()) && onPath.add(at.get())) {
      path.add(at.get());
      at = parent(at.get());
    }
    var latest = at.map(known -> turns.get(known.number())).orElse(Instant.MIN);
    for (var step : path.reversed()) {
      latest = latest == null || latest.isBefore(step.written()) ? step.written() : latest;
      turns.put(step.number(), latest);
    }
    return turns.get(heading.number());
  }

  // Among those of one turn, what is answered comes first.
  private int depth(Heading heading) {
    int depth = 0;
    var turn = turn(heading);
    for (var at = parent(heading);
        at.isPresent() && depth < 1000 && turn(at.get()).equals(turn);
        at = parent(at.get())) {
      depth++;
    }
    return depth;
  }
}
