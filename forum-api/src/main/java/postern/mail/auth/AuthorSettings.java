package postern.mail.auth;

import java.util.Optional;
import postern.mail.dns.NameServer;

/**
 * How authors are proved.
 *
 * @param authservId whose Authentication-Results are believed, from trusted relays; without, our
 *     own checks decide there too
 * @param nameServer whom our own checks ask
 */
public record AuthorSettings(Optional<String> authservId, NameServer nameServer) {}
