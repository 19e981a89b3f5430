package postern.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import postern.delivery.SigningKey.State;
import postern.delivery.SigningKeys.Step;
import postern.mail.dkim.DkimAlgorithm;
import postern.mail.dkim.Verifier;

class SigningKeysTest {
  private static final byte[] MESSAGE =
      "From: <a@b.test>\r\nSubject: x\r\n\r\nHello.\r\n".getBytes();

  @TempDir private Path folder;
  private volatile Instant now = Instant.now();

  @Test
  void theFirstStartMakesAFileForItsOwnerAlone() throws Exception {
    var keys = open();
    assertThat(keys.all()).extracting(SigningKey::state).containsExactly(State.ACTIVE);
    var permissions = Files.getPosixFilePermissions(file());
    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    assertThat(open().all().getFirst().record()).isEqualTo(keys.all().getFirst().record());
  }

  @Test
  void aNewKeyIsPublishedFirstThenUsedAndTheOldOneWithdrawnLater() {
    var keys = open();
    var old = keys.all().getFirst().key().selector();
    assertThat(done(keys.rotate(_ -> false))).containsExactly(Step.Done.MADE);
    assertThat(states(keys)).containsExactly(State.ACTIVE, State.NEXT);
    assertThat(keys.all().getFirst().key().selector()).isEqualTo(old);
    assertThat(done(keys.rotate(_ -> false))).containsExactly(Step.Done.NOT_PUBLISHED);
    assertThat(signature(keys)).contains("s=" + old + ";");

    assertThat(done(keys.rotate(_ -> true)))
        .containsExactly(Step.Done.RETIRED, Step.Done.STARTED_SIGNING);
    assertThat(states(keys)).containsExactly(State.ACTIVE, State.RETIRED);
    assertThat(signature(keys)).doesNotContain("s=" + old + ";");
    var retired = keys.all().getLast();
    assertThat(retired.record()).contains("p=MII");

    now = now.plus(SigningKeys.PUBLISHED_AFTER).plus(Duration.ofDays(1));
    assertThat(done(keys.rotate(_ -> false))).containsExactly(Step.Done.WITHDRAWN, Step.Done.MADE);
    assertThat(keys.all().getLast().record()).isEqualTo("v=DKIM1; p=");
    now = now.plus(SigningKeys.SAID_WITHDRAWN).plus(Duration.ofDays(1));
    assertThat(done(keys.rotate(_ -> false)))
        .containsExactly(Step.Done.FORGOTTEN, Step.Done.NOT_PUBLISHED);
  }

  @Test
  void theRunningServiceSignsWithTheKeyThatACommandPutIntoUse() {
    var service = open();
    var before = signature(service);
    var command = open();
    command.rotate(_ -> true);
    command.rotate(_ -> true);
    assertThat(signature(service)).isNotEqualTo(before);
    assertThat(verifier(service).verifies(service.sign(MESSAGE))).isTrue();
  }

  @Test
  void signsWithEachAlgorithmThatIsAskedFor() {
    var both =
        SigningKeys.open(
            file(),
            List.of(DkimAlgorithm.RSA_SHA256, DkimAlgorithm.ED25519_SHA256),
            "members.test",
            () -> now);
    assertThat(new String(both.sign(MESSAGE)))
        .contains("a=rsa-sha256", "a=ed25519-sha256")
        .endsWith(new String(MESSAGE));
    assertThat(new String(open().sign(MESSAGE))).doesNotContain("ed25519");
  }

  private SigningKeys open() {
    return SigningKeys.open(file(), List.of(DkimAlgorithm.RSA_SHA256), "members.test", () -> now);
  }

  private Path file() {
    return folder.resolve("keys/dkim.properties");
  }

  private static List<Step.Done> done(List<Step> steps) {
    return steps.stream().map(Step::done).toList();
  }

  private static List<State> states(SigningKeys keys) {
    return keys.all().stream().map(SigningKey::state).toList();
  }

  private static String signature(SigningKeys keys) {
    return new String(keys.sign(MESSAGE)).split("\r\nFrom:")[0];
  }

  static Verifier verifier(SigningKeys keys) {
    return new Verifier(keys.all().stream().map(SigningKey::key).toList());
  }
}
