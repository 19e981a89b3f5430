package postern.letters;

import java.text.Normalizer;
import java.util.Optional;

/** A name that is safe on the reader's disk and tells nothing that its sender hides. */
final class FileNames {
  private static final int MAX = 80;

  private FileNames() {}

  static Optional<String> clean(Optional<String> came, Scrub scrub) {
    return came.map(name -> Normalizer.normalize(name, Normalizer.Form.NFC))
        .map(name -> name.replaceAll(".*[/\\\\:]", ""))
        .map(name -> scrub.finds(name, true).isEmpty() ? name : "file" + ending(name))
        .map(name -> name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}<>:\"|?*\\s]+", " ").strip())
        .map(name -> name.replaceAll("^[. ~-]+|[. ]+$", ""))
        .map(FileNames::shortened)
        .filter(name -> !name.isEmpty());
  }

  /** For a picture that was written anew, in the kind that it now has. */
  static String withEnding(Optional<String> clean, String ending) {
    var name = clean.orElse("picture");
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name) + ending;
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    var ending = dot < 0 ? "" : name.substring(dot);
    return ending.matches("\\.[A-Za-z0-9]{1,5}") ? ending : "";
  }

  private static String shortened(String name) {
    if (name.codePointCount(0, name.length()) <= MAX) {
      return name;
    }
    var ending = ending(name);
    return name.substring(0, name.offsetByCodePoints(0, MAX - ending.length())) + ending;
  }
}
