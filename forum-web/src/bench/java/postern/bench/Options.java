package postern.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What bin/bench was asked for; everything has a value of its own. */
record Options(
    int small,
    int middle,
    int large,
    int thread,
    int seconds,
    int rounds,
    int connections,
    Path work,
    Path launcher,
    String java) {
  static Options parse(String[] arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      given.put(arguments[i], arguments[i + 1]);
    }
    return new Options(
        number(given, "--small", 10_000),
        number(given, "--middle", 100_000),
        number(given, "--large", 1_000_000),
        number(given, "--thread", 100_000),
        number(given, "--seconds", 8),
        number(given, "--rounds", 3),
        number(given, "--connections", 16),
        Path.of(given.get("--work")).toAbsolutePath(),
        Path.of(given.get("--launcher")),
        given.getOrDefault("--java", ""));
  }

  private static int number(Map<String, String> given, String name, int otherwise) {
    return given.containsKey(name) ? Integer.parseInt(given.get(name)) : otherwise;
  }
}
