package postern.web.command;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import postern.importing.Broken;
import postern.importing.ImportProgress;

/**
 * How far an import is, its rate, and what is left: one line that changes on a terminal, a line now
 * and then elsewhere.
 */
final class ProgressLine implements ImportProgress {
  private static final long OFTEN = 200_000_000L;
  private static final long SELDOM = 10_000_000_000L;
  private static final double NANOSECONDS = 1e9;

  private final PrintStream err;
  private final boolean live;
  private long importing;
  private long shown;
  private int width;
  private String last = "";

  ProgressLine(Terminal terminal) {
    this.err = terminal.err();
    this.live = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  @Override
  public void walked(long octets, long all) {
    show("Reading headers: " + (all == 0 ? 100 : octets * 100 / all) + " %", false);
  }

  @Override
  public void imported(int messages, int all) {
    long now = System.nanoTime();
    importing = importing == 0 ? now - 1 : importing;
    double rate = messages * NANOSECONDS / (now - importing);
    show(
        "Importing: %,d of %,d messages, %,.0f a second, %s left"
            .formatted(messages, all, rate, time(Math.round((all - messages) / rate))),
        messages == all);
  }

  @Override
  public void broken(Broken broken) {
    clear();
    var place = broken.place();
    err.printf(
        "Message %d (octet %d, line %d) is left out: %s.%n",
        place.number(), place.offset(), place.line(), broken.reason().words());
  }

  void end() {
    if (live && width > 0) {
      err.println();
    }
  }

  private void show(String line, boolean always) {
    long now = System.nanoTime();
    if (!always && now - shown < (live ? OFTEN : SELDOM) || line.equals(last)) {
      return;
    }
    shown = now;
    last = line;
    if (live) {
      err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
      width = line.length();
    } else {
      err.println(line);
    }
  }

  private void clear() {
    if (live && width > 0) {
      err.print("\r" + " ".repeat(width) + "\r");
      width = 0;
    }
  }

  private static String time(long seconds) {
    return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
  }
}
