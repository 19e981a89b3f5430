package postern.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import postern.mail.dkim.DkimAlgorithm;

/**
 * How mail leaves.
 *
 * @param forumName stands in the From of what the forum itself writes
 * @param domain the relay domain
 * @param retryFor how long a mail that is deferred is tried again
 * @param signing how it is signed
 * @param pace how much at once and a minute
 */
public record DeliverySettings(
    String forumName,
    String domain,
    Outbound outbound,
    Duration retryFor,
    Signing signing,
    Pace pace) {

  /**
   * How mail is signed.
   *
   * @param keyFile where the keys lie
   * @param algorithms each signs every mail
   */
  public record Signing(Path keyFile, List<DkimAlgorithm> algorithms) {
    public Signing {
      algorithms = List.copyOf(algorithms);
    }

    /** Beside the file of the other keys, with RSA. */
    public static Signing beside(Path keyFile) {
      return new Signing(
          keyFile.resolveSibling("dkim.properties"), List.of(DkimAlgorithm.RSA_SHA256));
    }
  }

  /**
   * How fast mail leaves.
   *
   * @param connections to the relay host at once, on each node
   * @param destinationAtOnce messages for one recipient domain at once, on each node
   * @param destinationPerMinute messages for one recipient domain in a minute, on each node; 0 for
   *     as many as there are
   */
  public record Pace(int connections, int destinationAtOnce, int destinationPerMinute) {
    public Pace {
      if (connections < 1 || connections > 64 || destinationAtOnce < 1) {
        throw new IllegalArgumentException(
            "mail.connections is 1 to 64, mail.destinationAtOnce at least 1");
      }
    }

    public static Pace standard() {
      return new Pace(8, 8, 0);
    }
  }
}
