package postern.delivery;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many mails came to each stage on this node since it started: for metrics, with nobody in it.
 */
public final class MailFigures {
  /** The stages of a mail, in and out. */
  public enum Stage {
    RECEIVED,
    REFUSED,
    QUEUED,
    HELD,
    SENT,
    DEFERRED,
    UNDELIVERABLE,
    WITHDRAWN,
    DROPPED,
    BOUNCED,
    COMPLAINED
  }

  private final Map<Counted, LongAdder> counts = new ConcurrentSkipListMap<>();

  /**
   * A stage, and where it has some, the reason: a word of our own.
   *
   * @param reason empty where there is but one
   */
  public record Counted(Stage stage, String reason) implements Comparable<Counted> {
    public Counted {
      if (!reason.matches("[a-z0-9-]{0,40}")) {
        throw new IllegalArgumentException("a reason is a short word of our own");
      }
    }

    @Override
    public int compareTo(Counted other) {
      int order = stage.compareTo(other.stage);
      return order != 0 ? order : reason.compareTo(other.reason);
    }
  }

  public void count(Stage stage) {
    count(stage, "");
  }

  public void count(Stage stage, String reason) {
    counts.computeIfAbsent(new Counted(stage, reason), _ -> new LongAdder()).increment();
  }

  /** Every figure, the stages in their order. */
  public Map<Counted, Long> counts() {
    var now = new TreeMap<Counted, Long>();
    counts.forEach((counted, number) -> now.put(counted, number.sum()));
    return now;
  }
}
