package postern.delivery;

import java.util.Optional;
import postern.mail.smtp.Credentials;

/** Where mail goes that leaves: picked by configuration, once. */
public sealed interface Outbound {
  /** A relay host that takes it, over verified TLS unless it is on loopback. */
  record Relay(String host, int port, String user, String password) implements Outbound {
    /** Empty where the relay host asks for none. */
    public Optional<Credentials> credentials() {
      return user.isEmpty() ? Optional.empty() : Optional.of(new Credentials(user, password));
    }

    /** Hides the password. */
    @Override
    public String toString() {
      return "Relay[" + host + ":" + port + "]";
    }
  }

  /** It stays here and is shown at /sandbox. */
  record Sandbox() implements Outbound {}
}
