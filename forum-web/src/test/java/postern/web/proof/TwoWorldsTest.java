package postern.web.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * One script is run in several worlds that differ in one thing, Ada's address: what everybody else
 * receives, by HTTP and by mail, is the same to the last byte. Eve guesses an address that is hers
 * in the first world alone, so her answers show too that no guess is ever confirmed.
 *
 * <p>Left out is what is Ada's own, the mailbox of the address that is nobody's in the other
 * worlds, and what the operators see: the log counts milliseconds, and the day's sum of mails that
 * left counts the one in which Ada alone is asked whether an unproved letter was hers.
 */
class TwoWorldsTest {
  private static final Set<String> OTHERS = Set.of("guest", "ben", "cleo", "dora", "eve");

  private static final Set<String> SUMS = Set.of("GET /admin/mail", "GET /api/v1/admin/mail");

  @Test
  void whatOthersReceiveDoesNotDependOnAMembersAddress() {
    var keys = ProofHouse.folder().resolve("keys");
    var first = world(keys, Story.ADA);
    assertThat(first).hasSizeGreaterThan(200);
    assertThat(differences(first, world(keys, "wrenfeather32@fern-hollow.example"))).isEmpty();
    assertThat(differences(first, world(keys, "al@a-much-longer-host.somewhere-else.example")))
        .isEmpty();
  }

  /** The comparison itself is tried: a picture's name that is made from the address. */
  @Test
  void aPageThatDependsOnTheAddressIsFound() {
    var keys = ProofHouse.folder().resolve("keys");
    var one = planted(keys, Story.ADA);
    assertThat(differences(one, planted(keys, Story.ADA))).isEmpty();
    assertThat(differences(one, planted(keys, "wrenfeather32@fern-hollow.example"))).hasSize(1);
  }

  private static List<Recorder.Heard> planted(java.nio.file.Path keys, String adas) {
    try (var house =
        new ProofHouse(
            keys,
            environment ->
                environment.jersey().register(new PlantedLeaks(adas, environment.metrics())))) {
      house.caller("guest").page("/");
      house.caller("guest").page("/planted/avatar");
      return house.recorder.heard();
    }
  }

  private static List<Recorder.Heard> world(java.nio.file.Path keys, String adas) {
    try (var house = new ProofHouse(keys, _ -> {})) {
      new Story(house, adas).tell();
      return house.recorder.heard().stream()
          .filter(one -> OTHERS.contains(one.who()) && one.shown().isEmpty())
          .filter(one -> !SUMS.contains(one.place()))
          .toList();
    }
  }

  private static List<String> differences(List<Recorder.Heard> one, List<Recorder.Heard> other) {
    var found = new ArrayList<String>();
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      var mine = one.get(i);
      var theirs = other.get(i);
      int at = Arrays.mismatch(mine.bytes(), theirs.bytes());
      if (!mine.place().equals(theirs.place()) || at >= 0) {
        found.add(mine + " and " + theirs + " differ from byte " + at + " on");
      }
    }
    if (one.size() != other.size()) {
      found.add(one.size() + " and " + other.size() + " answers");
    }
    return found;
  }
}
