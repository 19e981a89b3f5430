package postern.web.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import postern.relay.MailProgram;

/**
 * The harness itself is tried: leaks are planted in the running application, its log, its metrics
 * and the mails that leave, and each must be found.
 */
class PlantedLeaksTest {
  private static final String ADA = Story.ADA;
  private static final String HOST = ADA.substring(ADA.indexOf('@') + 1);

  @Test
  void everyPlantedLeakIsFound() {
    try (var house =
        new ProofHouse(
            ProofHouse.folder().resolve("keys"),
            environment ->
                environment.jersey().register(new PlantedLeaks(ADA, environment.metrics())))) {
      house.mailbox("ada", ADA);
      house.mailbox("ben", Story.BEN);
      house.caller("eve").get("/boards").expect(200);
      house.hearOperation();
      assertThat(house.recorder.leaks()).isEmpty();

      for (var leak : PlantedLeaks.ANSWERS) {
        house.caller("eve").page("/planted/" + leak);
        assertThat(found(house, "GET /planted/" + leak)).as(leak).isTrue();
      }
      for (var leak : mails().entrySet()) {
        int before = house.recorder.heard().size();
        MailProgram.send(
            house.postOffice.port(), "bounce@members.test", Story.BEN, leak.getValue());
        house.settle();
        assertThat(foundSince(house, before)).as(leak.getKey()).isTrue();
      }
      var operation = List.of("log", "console", "metric");
      operation.forEach(leak -> house.caller("eve").page("/planted/" + leak));
      house.hearOperation();
      assertThat(found(house, "the log")).as("the log").isTrue();
      assertThat(found(house, "the console")).as("the console").isTrue();
      assertThat(found(house, "GET /metrics")).as("a metric's name").isTrue();
    }
  }

  /** What its owner receives is no leak, and neither is what was elected. */
  @Test
  void whatMayBeSeenIsNoLeak() {
    var recorder = new Recorder();
    recorder.canary("ada", ADA);
    recorder.hear("ada", "GET /me", ADA);
    recorder.hear(
        "ben", "GET /m/ada", ADA.getBytes(StandardCharsets.UTF_8), java.util.Set.of("ada"));
    assertThat(recorder.leaks()).isEmpty();
    recorder.hear("ben", "GET /m/ada", ADA);
    assertThat(recorder.leaks()).isNotEmpty();
    assertThat(recorder.leaks().toString()).doesNotContain(ADA, HOST, "wrenfeather");
  }

  private static boolean found(ProofHouse house, String place) {
    return house.recorder.leaks().stream().anyMatch(leak -> leak.place().equals(place));
  }

  private static boolean foundSince(ProofHouse house, int before) {
    var recorder = new Recorder();
    recorder.canary("ada", ADA);
    var heard = house.recorder.heard();
    heard
        .subList(before, heard.size())
        .forEach(one -> recorder.hear(one.who(), one.place(), one.bytes(), one.shown()));
    return !recorder.leaks().isEmpty();
  }

  private static Map<String, String> mails() {
    var mails = new LinkedHashMap<String, String>();
    mails.put("Reply-To", mail("Reply-To: " + ADA, "hello"));
    mails.put(
        "Message-ID with the sender's domain", mail("Message-ID: <x1@" + HOST + ">", "hello"));
    mails.put("Received", mail("Received: from mail." + HOST + " by members.test", "hello"));
    mails.put("a folded header", mail("References: <x1@tarn-hol\r\n low.example>", "hello"));
    mails.put(
        "an encoded word",
        mail("Subject: =?utf-8?B?" + mime("Letter of " + ADA, 200) + "?=", "hello"));
    mails.put(
        "quoted-printable",
        mail(
            "Content-Transfer-Encoding: quoted-printable",
            "from wrenfea=\r\nther31=40tarn=2Dhollow.example"));
    mails.put(
        "base64 over lines",
        mail("Content-Transfer-Encoding: base64", mime("A letter that was written by " + ADA, 20)));
    mails.put(
        "a digest within base64",
        mail(
            "Content-Transfer-Encoding: base64",
            mime("list-of-readers " + PlantedLeaks.digest("SHA-1", ADA), 76)));
    mails.put("letters with zeros", mail("X-Empty: y", String.join("\0", ADA.split(""))));
    return mails;
  }

  private static String mime(String text, int width) {
    return Base64.getMimeEncoder(width, "\r\n".getBytes(StandardCharsets.US_ASCII))
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String mail(String header, String body) {
    return "From: ada <ada.x@members.test>\r\nTo: <"
        + Story.BEN
        + ">\r\n"
        + header
        + "\r\n\r\n"
        + body;
  }
}
