package postern.delivery;

import java.time.InstantSource;
import java.util.Optional;
import postern.jobs.Jobs;
import postern.kernel.Ids;
import postern.kernel.Randomness;
import postern.privacy.AddressVault;
import postern.privacy.Keys;
import postern.storage.Database;

/**
 * The room as it is built: the courier, and behind it the one transport that configuration picked.
 */
public record Delivery(
    Courier courier,
    ReturnPaths returnPaths,
    SigningKeys signingKeys,
    Optional<Sandbox> sandbox,
    Transport transport)
    implements AutoCloseable {
  /** The means that the room is built from. */
  public record Means(
      Database database,
      InstantSource clock,
      Ids ids,
      Randomness randomness,
      Keys keys,
      Jobs jobs) {}

  public static Delivery of(DeliverySettings settings, Means means, AddressVault vault) {
    var returnPaths = new ReturnPaths(means.keys(), means.clock(), settings.domain());
    var notices =
        new NoticeWriter(
            settings.forumName(), settings.domain(), means.clock(), means.randomness());
    var courier =
        new Courier(
            means.database(), means.clock(), means.ids(), means.keys(), means.jobs(), notices);
    var sandbox = new Sandbox(means.database(), means.clock(), means.keys(), means.ids());
    var transport =
        switch (settings.outbound()) {
          case Outbound.Sandbox _ -> sandbox;
          case Outbound.Relay relay ->
              RelayTransport.to(relay, settings.domain(), settings.pace().connections());
        };
    var signing = settings.signing();
    var signingKeys =
        SigningKeys.open(signing.keyFile(), signing.algorithms(), settings.domain(), means.clock());
    new Dispatch(means, vault, returnPaths, signingKeys, transport, settings.retryFor()).register();
    return new Delivery(
        courier,
        returnPaths,
        signingKeys,
        transport == sandbox ? Optional.of(sandbox) : Optional.empty(),
        transport);
  }

  /** Ends the connections that are kept open to the next host. */
  @Override
  public void close() {
    transport.close();
  }
}
