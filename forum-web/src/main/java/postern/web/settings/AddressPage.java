package postern.web.settings;

import java.util.List;
import java.util.Optional;
import postern.web.Field;
import postern.web.Frame;
import postern.web.MemberName;
import postern.web.When;

/**
 * {@code GET /settings/address}: the election. Its forms post {@code csrf} and:
 *
 * <ul>
 *   <li>to {@code /settings/address/election}: {@code election}, {@code nobody} or {@code members};
 *   <li>to {@code /settings/address/named}: {@code username}, a member who shall see it;
 *   <li>to {@code /settings/address/named/{username}/withdraw}: nothing more;
 *   <li>to {@code /settings/address/change}: {@code address}, {@code password};
 *   <li>to {@code /settings/address/{id}/main} and {@code /settings/address/{id}/remove}: {@code
 *       password}.
 * </ul>
 *
 * @param address the owner's own address
 * @param confirmed when it was last confirmed
 * @param waiting that a new address waits for its confirmation, in a sentence
 * @param others the other confirmed addresses
 * @param members true when all members see it, false when nobody does
 * @param named who sees it by name, and since when
 * @param example the owner, as the examples show them
 */
public record AddressPage(
    Frame frame,
    String address,
    When confirmed,
    Optional<String> waiting,
    List<Other> others,
    boolean members,
    List<Named> named,
    MemberName example,
    String handle,
    Field namedUsername,
    Field newAddress,
    Field password)
    implements SettingsPage {
  public AddressPage {
    named = List.copyOf(named);
    others = List.copyOf(others);
  }

  @Override
  public SettingsPart part() {
    return SettingsPart.ADDRESS;
  }

  public boolean hasNamed() {
    return !named.isEmpty();
  }

  @Override
  public String toString() {
    return "AddressPage[" + handle + "]";
  }

  public boolean hasOthers() {
    return !others.isEmpty();
  }

  /** A confirmed address that mail does not go to. */
  public record Other(String id, String address, When confirmed) {
    @Override
    public String toString() {
      return "Other[" + id + "]";
    }
  }

  /** One member who sees the address by name. */
  public record Named(MemberName member, String username, When since) {}
}
