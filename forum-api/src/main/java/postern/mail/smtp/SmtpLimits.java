package postern.mail.smtp;

import java.time.Duration;

/**
 * Every outer limit of the receiving server. Sizes never depend on who asks; counts spare trusted
 * networks.
 */
public record SmtpLimits(Sizes sizes, Times times, Counts counts) {

  /**
   * @param commandBytes longest command line, CRLF included
   * @param messageBytes largest message that is taken; a larger one is read to its end and refused
   *     with 552
   * @param absoluteBytes where a message that does not end is cut off with its connection
   * @param memoryBytes up to here a message is held in memory, beyond in a temporary file
   * @param lineBytes longest line of a message, CRLF included; generous, since real programs pass
   *     the 1000 octets of RFC 5321 section 4.5.3.1.6
   * @param headerBytes largest header of a message
   * @param headerFields most header fields of a message
   */
  public record Sizes(
      int commandBytes,
      long messageBytes,
      long absoluteBytes,
      int memoryBytes,
      int lineBytes,
      int headerBytes,
      int headerFields) {
    public Sizes {
      positive(
          commandBytes,
          messageBytes,
          absoluteBytes,
          memoryBytes,
          lineBytes,
          headerBytes,
          headerFields);
      if (commandBytes < 512 || absoluteBytes < messageBytes) {
        throw new IllegalArgumentException(
            "a command line has 512 bytes at least, and the absolute limit is no lower than the"
                + " message limit");
      }
    }
  }

  /**
   * @param greeting how long the server listens before its banner for a peer that talks first; not
   *     for trusted ones
   * @param command from the moment the server waits to the last byte of a command
   * @param handshake for all of the TLS handshake
   * @param silence longest pause within a message
   * @param message longest time for a message
   * @param slowStart how long a message may come slower than the minimum rate
   * @param minimumBytesPerSecond the rate that a message must keep, on average, after its slow
   *     start
   * @param decision how long an upper room may take to answer
   * @param reply how long a peer may take to accept our answer
   */
  public record Times(
      Duration greeting,
      Duration command,
      Duration handshake,
      Duration silence,
      Duration message,
      Duration slowStart,
      int minimumBytesPerSecond,
      Duration decision,
      Duration reply) {
    public Times {
      positive(
          minimumBytesPerSecond,
          command.toMillis(),
          handshake.toMillis(),
          silence.toMillis(),
          message.toMillis(),
          slowStart.toMillis(),
          decision.toMillis(),
          reply.toMillis());
      if (greeting.isNegative()) {
        throw new IllegalArgumentException("a time is not negative");
      }
    }
  }

  /**
   * Only the first and the last hold for trusted networks too. A client is one IPv4 address or one
   * IPv6 /64.
   *
   * @param connections open at once, from everybody
   * @param clientConnections open at once, from one client
   * @param clientConnectionsPerMinute begun, by one client
   * @param clientMessagesPerMinute begun, by one client
   * @param connectionMessages messages on one connection
   * @param connectionCommands commands on one connection
   * @param connectionErrors refused commands on one connection
   * @param recipients of one LMTP message; over SMTP it is always one
   */
  public record Counts(
      int connections,
      int clientConnections,
      int clientConnectionsPerMinute,
      int clientMessagesPerMinute,
      int connectionMessages,
      int connectionCommands,
      int connectionErrors,
      int recipients) {
    public Counts {
      positive(
          connections,
          clientConnections,
          clientConnectionsPerMinute,
          clientMessagesPerMinute,
          connectionMessages,
          connectionCommands,
          connectionErrors,
          recipients);
    }
  }

  public static SmtpLimits standard() {
    return new SmtpLimits(
        new Sizes(2_048, 25_000_000, 100_000_000, 262_144, 65_536, 262_144, 1_000),
        new Times(
            Duration.ofMillis(500),
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(3),
            Duration.ofMinutes(30),
            Duration.ofMinutes(1),
            1_024,
            Duration.ofMinutes(2),
            Duration.ofMinutes(1)),
        new Counts(500, 10, 60, 60, 100, 2_000, 20, 100));
  }

  /**
   * The same without what counts a client's connections and messages over time, for benchmarks on
   * loopback.
   */
  public SmtpLimits withoutRates() {
    int most = Integer.MAX_VALUE;
    return new SmtpLimits(
        sizes,
        times,
        new Counts(
            counts.connections,
            most,
            most,
            most,
            most,
            most,
            counts.connectionErrors,
            counts.recipients));
  }

  private static void positive(long... values) {
    for (long value : values) {
      if (value <= 0) {
        throw new IllegalArgumentException("a limit is more than zero");
      }
    }
  }
}
