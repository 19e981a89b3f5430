package postern.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What wrk measured at one address.
 *
 * @param perSecond requests that were answered in a second
 * @param median milliseconds that half of them took at most
 * @param slow milliseconds that 99 of 100 took at most
 */
record Load(double perSecond, double median, double slow) {
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern FAILED =
      Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)|Socket errors: (.*)");

  static Load of(int connections, int seconds, String url, String... more) {
    var command =
        new ArrayList<>(
            List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--latency",
                "--timeout",
                "20s"));
    command.addAll(List.of(more));
    command.add(url);
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0 || FAILED.matcher(said).find()) {
        throw new IllegalStateException("wrk failed:\n" + said);
      }
      return new Load(number(RATE, said), latency("50%", said), latency("99%", said));
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  static Load none() {
    return new Load(0, 0, 0);
  }

  private static double number(Pattern pattern, String said) {
    var found = pattern.matcher(said);
    if (!found.find()) {
      throw new IllegalStateException("wrk said something else:\n" + said);
    }
    return Double.parseDouble(found.group(1));
  }

  private static double latency(String share, String said) {
    var found = Pattern.compile(share + "\\s+([0-9.]+)(us|ms|s)").matcher(said);
    if (!found.find()) {
      throw new IllegalStateException("wrk said something else:\n" + said);
    }
    double value = Double.parseDouble(found.group(1));
    return switch (found.group(2)) {
      case "us" -> value / 1000;
      case "ms" -> value;
      default -> value * 1000;
    };
  }
}
