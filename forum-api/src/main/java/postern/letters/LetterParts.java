package postern.letters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import postern.mail.mime.Enclosed;
import postern.mail.mime.Leaf;
import postern.mail.mime.Multi;
import postern.mail.mime.Part;

/** A message's parts sorted by what becomes of them, in the order in which they came. */
final class LetterParts {
  /** One text, in one or both of its forms. */
  record Body(Optional<Leaf> plain, Optional<Leaf> html) {}

  private final List<Body> bodies = new ArrayList<>();
  private final List<Leaf> files = new ArrayList<>();
  private final List<Enclosed> messages = new ArrayList<>();
  private final List<Multi> encrypted = new ArrayList<>();
  private final Map<String, Leaf> byContentId = new HashMap<>();
  private boolean locked;

  private LetterParts() {}

  static LetterParts of(Part root) {
    var parts = new LetterParts();
    parts.sort(root);
    return parts;
  }

  List<Body> bodies() {
    return bodies;
  }

  List<Leaf> files() {
    return files;
  }

  List<Enclosed> messages() {
    return messages;
  }

  List<Multi> encrypted() {
    return encrypted;
  }

  Optional<Leaf> picture(String contentId) {
    return Optional.ofNullable(byContentId.get(contentId));
  }

  /**
   * True for a letter that is signed or encrypted as a whole (RFC 1847, RFC 8551, RFC 9580 section
   * 7).
   */
  boolean isLocked() {
    return locked || bodies.stream().anyMatch(LetterParts::isArmoured);
  }

  private void sort(Part part) {
    switch (part) {
      case Enclosed message -> messages.add(message);
      case Leaf leaf -> sortLeaf(leaf);
      case Multi multi -> {
        switch (multi.subtype()) {
          case "encrypted" -> {
            locked = true;
            encrypted.add(multi);
          }
          case "signed" -> {
            locked = true;
            multi.parts().forEach(this::sort);
          }
          case "alternative" -> sortAlternative(multi);
          default -> multi.parts().forEach(this::sort);
        }
      }
    }
  }

  private void sortLeaf(Leaf leaf) {
    leaf.contentId().ifPresent(id -> byContentId.putIfAbsent(id, leaf));
    if (leaf.isInlineText() && leaf.mediaType().is("text/plain")) {
      bodies.add(new Body(Optional.of(leaf), Optional.empty()));
    } else if (leaf.isInlineText() && leaf.mediaType().is("text/html")) {
      bodies.add(new Body(Optional.empty(), Optional.of(leaf)));
    } else {
      locked |=
          leaf.mediaType().is("application/pkcs7-mime")
              || leaf.mediaType().is("application/x-pkcs7-mime");
      files.add(leaf);
    }
  }

  // RFC 2046 section 5.1.4: the same text in several forms, the best last. Forms that we do not
  // know are not needed.
  private void sortAlternative(Multi alternative) {
    var within = new LetterParts();
    alternative.parts().forEach(within::sort);
    var plain = within.bodies.stream().flatMap(body -> body.plain().stream()).findFirst();
    var html =
        within.bodies.stream().flatMap(body -> body.html().stream()).reduce((_, last) -> last);
    if (plain.isPresent() || html.isPresent()) {
      bodies.add(new Body(plain, html));
    }
    boolean known = plain.isPresent() || html.isPresent();
    within.files.stream().filter(file -> !known || !isOtherForm(file)).forEach(files::add);
    messages.addAll(within.messages);
    encrypted.addAll(within.encrypted);
    within.byContentId.forEach(byContentId::putIfAbsent);
    locked |= within.locked;
  }

  private static boolean isOtherForm(Leaf leaf) {
    return leaf.mediaType().type().equals("text")
        && leaf.fileName().isEmpty()
        && FileKind.carryingAddresses(leaf).isEmpty();
  }

  private static boolean isArmoured(Body body) {
    return body.plain()
        .or(body::html)
        .map(Leaf::text)
        .orElse("")
        .lines()
        .anyMatch(LetterParts::opensArmour);
  }

  private static boolean opensArmour(String line) {
    return line.startsWith("-----BEGIN PGP MESSAGE")
        || line.startsWith("-----BEGIN PGP SIGNED MESSAGE");
  }
}
