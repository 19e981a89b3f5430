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
    Bounces bounces,
    MailFigures figures,
    MailQueue queue,
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
    var figures = new MailFigures();
    var courier = new Courier(means, notices, figures);
    var bounces = new Bounces(means.database(), means.clock(), means.jobs(), figures);
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
    var way = new Dispatch.Way(returnPaths, signingKeys, transport, bounces, figures);
    new Dispatch(means, vault, way, settings).register();
    return new Delivery(
        courier,
        bounces,
        figures,
        new MailQueue(means, figures),
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
