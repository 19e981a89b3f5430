package postern.mail.smtp;

import java.time.Duration;

/** Changes one time and keeps the others. */
final class Times {
  private Times() {}

  static SmtpLimits.Times greeting(SmtpLimits.Times t, long millis) {
    return with(
        t,
        Duration.ofMillis(millis),
        t.command(),
        t.silence(),
        t.slowStart(),
        t.minimumBytesPerSecond(),
        t.decision());
  }

  static SmtpLimits.Times command(SmtpLimits.Times t, long millis) {
    return with(
        t,
        t.greeting(),
        Duration.ofMillis(millis),
        t.silence(),
        t.slowStart(),
        t.minimumBytesPerSecond(),
        t.decision());
  }

  static SmtpLimits.Times silence(SmtpLimits.Times t, long millis) {
    return with(
        t,
        t.greeting(),
        t.command(),
        Duration.ofMillis(millis),
        t.slowStart(),
        t.minimumBytesPerSecond(),
        t.decision());
  }

  static SmtpLimits.Times rate(SmtpLimits.Times t, long slowStartMillis, int bytesPerSecond) {
    return with(
        t,
        t.greeting(),
        t.command(),
        t.silence(),
        Duration.ofMillis(slowStartMillis),
        bytesPerSecond,
        t.decision());
  }

  static SmtpLimits.Times decision(SmtpLimits.Times t, long millis) {
    return with(
        t,
        t.greeting(),
        t.command(),
        t.silence(),
        t.slowStart(),
        t.minimumBytesPerSecond(),
        Duration.ofMillis(millis));
  }

  private static SmtpLimits.Times with(
      SmtpLimits.Times t,
      Duration greeting,
      Duration command,
      Duration silence,
      Duration slowStart,
      int rate,
      Duration decision) {
    return new SmtpLimits.Times(
        greeting,
        command,
        t.handshake(),
        silence,
        t.message(),
        slowStart,
        rate,
        decision,
        t.reply());
  }
}
