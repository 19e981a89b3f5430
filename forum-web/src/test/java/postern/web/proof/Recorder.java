package postern.web.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps every byte that somebody received, and finds in it the addresses that are not theirs. */
final class Recorder {
  /** Log and metrics: they are nobody, so no address is theirs. */
  static final String OPERATION = "operation";

  private final Map<String, List<String>> addresses = new LinkedHashMap<>();
  private final List<Heard> heard = new ArrayList<>();

  /**
   * What one person received at once.
   *
   * @param place the request, the mailbox or the log
   * @param shown whose addresses may stand here, because they were elected
   */
  record Heard(String who, String place, byte[] bytes, Set<String> shown) {
    @Override
    public String toString() {
      return "Heard[" + who + ", " + place + "]";
    }
  }

  /** An address where it may not be. */
  record Leak(String to, String place, CanaryForms.Sighting sighting) {}

  /** From now on this address is looked for; a person may have several. */
  synchronized void canary(String owner, String address) {
    addresses.computeIfAbsent(owner, _ -> new ArrayList<>()).add(address);
  }

  synchronized void hear(String who, String place, byte[] bytes, Set<String> shown) {
    heard.add(new Heard(who, place, bytes, Set.copyOf(shown)));
  }

  void hear(String who, String place, String text) {
    hear(who, place, text.getBytes(StandardCharsets.UTF_8), Set.of());
  }

  synchronized List<Heard> heard() {
    return List.copyOf(heard);
  }

  /** Every finding; the same bytes to the same person are looked through once. */
  List<Leak> leaks() {
    var forms = forms();
    var leaks = new ArrayList<Leak>();
    var seen = new HashMap<String, Set<Integer>>();
    for (var one : heard()) {
      var known = seen.computeIfAbsent(one.who() + one.shown(), _ -> new HashSet<>());
      if (known.add(Arrays.hashCode(one.bytes()))) {
        look(one, forms, leaks);
      }
    }
    return leaks;
  }

  private static void look(Heard one, List<CanaryForms> forms, List<Leak> leaks) {
    var readings = Readings.of(one.bytes());
    for (var form : forms) {
      if (!form.owner().equals(one.who()) && !one.shown().contains(form.owner())) {
        form.lookIn(readings).forEach(found -> leaks.add(new Leak(one.who(), one.place(), found)));
      }
    }
  }

  private synchronized List<CanaryForms> forms() {
    var forms = new ArrayList<CanaryForms>();
    addresses.forEach(
        (owner, all) -> all.forEach(address -> forms.add(new CanaryForms(owner, address))));
    return forms;
  }
}
