package postern.web.about;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Who runs the site, as the configuration says.
 *
 * @param name who that is; empty when nobody entered it
 * @param contact a page or a mailbox of the site's; empty when nobody entered it
 */
public record Operator(String name, String contact) {
  public boolean complete() {
    return !name.isBlank() && !contact.isBlank();
  }

  String nameOrLack() {
    return name.isBlank() ? "Somebody who has not entered a name" : name;
  }

  String contactOrLack() {
    return contact.isBlank() ? "no contact is entered" : contact;
  }

  /** The contact as an address that a program can follow (RFC 9116 section 2.5.3). */
  Optional<URI> contactUri() {
    var text = contact.strip();
    try {
      var uri = new URI(text.contains("@") && !text.contains(":") ? "mailto:" + text : text);
      return Optional.of(uri).filter(URI::isAbsolute);
    } catch (URISyntaxException freeText) {
      return Optional.empty();
    }
  }
}
