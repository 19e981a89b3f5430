package postern.web.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import postern.World;
import postern.letters.Trial;
import postern.letters.Trial.Ending;

/** Every message through the relay's composer and gate. */
final class TrialOfMessages {
  private final Path folder;
  private final PrintStream out;
  private final Trial trial;
  private final Map<String, Integer> endings = new TreeMap<>();
  private boolean well = true;

  TrialOfMessages(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
    var world = World.real();
    this.trial = new Trial(world.randomness(), world.clock().instant());
  }

  /** False when one ended with an exception. */
  boolean run(List<Path> messages) throws IOException {
    for (var message : messages) {
      out.println(folder.relativize(message) + ": " + ending(Files.readAllBytes(message)));
    }
    if (!messages.isEmpty()) {
      out.println();
      out.println(messages.size() + " messages through the relay:");
      endings.forEach((ending, count) -> out.printf("%7d %s%n", count, ending));
      out.println();
    }
    return well;
  }

  private String ending(byte[] octets) {
    try {
      return switch (trial.of(octets)) {
        case Ending.Composed(int size, var leftOut) ->
            counted("sent on")
                + ", "
                + size
                + " octets"
                + (leftOut.isEmpty() ? "" : "; " + String.join("; ", leftOut));
        case Ending.Refused(var why) -> counted("refused") + ", " + words(why.name());
        case Ending.TooMuch(var limit) -> counted("over a limit") + ", " + words(limit.name());
        case Ending.Held(var places) ->
            counted("held by the gate") + ", at " + String.join(", ", places);
      };
    } catch (RuntimeException | StackOverflowError failure) {
      well = false;
      return counted("EXCEPTION") + ", " + Sentence.of(failure);
    }
  }

  private String counted(String ending) {
    endings.merge(ending, 1, Integer::sum);
    return ending;
  }

  private static String words(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
