package postern.delivery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import postern.kernel.AddressId;
import postern.kernel.MemberId;
import postern.mail.mime.OutboundMessage;

/**
 * A finished message for one person, but for that person's address.
 *
 * @param kind a closed word for logs and metrics
 * @param about the members who had a part in it and whose addresses its reader may not see; the
 *     gate looks for them
 * @param elected the one address of theirs that may stand on its line under the text
 * @param spoken true when its owner wrote that address into the text on purpose, so that it may
 *     stand anywhere there
 * @param reference what the room that sends it calls it, such as {@code letter:17}; told back when
 *     it is settled
 * @param passages lines that each one of several members wrote
 */
public record Parcel(
    String kind,
    AddressId to,
    OutboundMessage message,
    Set<MemberId> about,
    Optional<AddressId> elected,
    boolean spoken,
    Optional<String> reference,
    List<Passage> passages) {
  public Parcel {
    about = Set.copyOf(about);
    passages = List.copyOf(passages);
    if (!kind.matches("[a-z-]{1,40}") || reference.filter(text -> text.length() > 60).isPresent()) {
      throw new IllegalArgumentException("a parcel has a short kind and a short reference");
    }
  }

  /** A mail that holds the words of one member at most. */
  public Parcel(
      String kind,
      AddressId to,
      OutboundMessage message,
      Set<MemberId> about,
      Optional<AddressId> elected,
      boolean spoken,
      Optional<String> reference) {
    this(kind, to, message, about, elected, spoken, reference, List.of());
  }
}
