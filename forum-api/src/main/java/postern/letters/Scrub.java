package postern.letters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import postern.kernel.EmailAddress;
import postern.kernel.MaskedAddress;

/**
 * Finds what the sender hides, in every spelling that people and programs make of it, and says what
 * stands there instead. The one class of this room that makes a real address text. In a quotation
 * every address-shaped string gets the same mark, right or wrong, so that a guess which is quoted
 * back tells nothing.
 */
final class Scrub {
  static final String ADDRESS_MARK = "[address hidden]";
  static final String TEXT_MARK = "[hidden]";
  static final String LINK_MARK = "[link removed]";

  private static final int CHUNK = 1 << 18;
  private static final int OVERLAP = 1 << 11;

  /** A stretch of a text and what to write there. */
  record Find(int from, int to, String instead) {}

  private final List<Pattern> addresses;
  private final List<Pattern> listed;
  private final List<String> wholes;
  private final Set<List<String>> firstWords;
  private final Set<String> digests = new HashSet<>();
  private final String inPlace;
  private final Pattern ownLinks;

  private Scrub(
      List<EmailAddress> hidden, List<String> listed, MaskedAddress inPlace, String ownOrigin) {
    this.addresses = hidden.stream().map(EmailAddress::reveal).map(AddressPatterns::of).toList();
    this.listed =
        listed.stream()
            .filter(text -> text.strip().length() >= 4)
            .map(AddressPatterns::listed)
            .toList();
    this.inPlace = inPlace.text();
    this.ownLinks = AddressPatterns.ownTokens(ownOrigin, inPlace.domain());
    this.wholes =
        hidden.stream()
            .map(EmailAddress::reveal)
            .flatMap(text -> AddressPatterns.wholes(text).stream())
            .toList();
    this.firstWords =
        wholes.stream().map(AddressPatterns::firstWords).collect(Collectors.toUnmodifiableSet());
    hidden.stream().map(EmailAddress::reveal).forEach(text -> digests.addAll(Digests.of(text)));
  }

  /**
   * @param hidden every address that the sender ever verified
   * @param listed further strings that the sender asked to hide, of four characters or more
   * @param inPlace what stands for the sender
   * @param ownOrigin links and addresses of this site with a token in them work for whoever gets
   *     them
   */
  static Scrub of(
      List<EmailAddress> hidden, List<String> listed, MaskedAddress inPlace, String ownOrigin) {
    return new Scrub(hidden, listed, inPlace, ownOrigin);
  }

  /** The line that shows an address because its owner elected this reader. */
  static String electedLine(String label, EmailAddress shared) {
    return label + shared.reveal();
  }

  String words(String text) {
    return apply(text, finds(text, false));
  }

  String quotation(String text) {
    return apply(text, finds(text, true));
  }

  boolean holds(String text) {
    for (int at = 0; at < text.length(); at += CHUNK - OVERLAP) {
      var chunk = text.substring(at, Math.min(text.length(), at + CHUNK));
      if (!finds(chunk, false).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** For bytes that are no text, where letters beside an address belong to something else. */
  boolean standsWithin(String bytes) {
    var lower = bytes.toLowerCase(Locale.ROOT);
    return wholes.stream().anyMatch(lower::contains);
  }

  /** In order, without overlaps. */
  List<Find> finds(String text, boolean quotation) {
    var found = new ArrayList<Find>();
    var folded = Folded.of(text);
    var plain = folded.text();
    collect(found, folded, plain, ownLinks, LINK_MARK);
    if (firstWords.stream().anyMatch(words -> words.stream().allMatch(plain::contains))) {
      addresses.forEach(address -> collectAddress(found, folded, plain, address, quotation));
    }
    listed.forEach(string -> collect(found, folded, plain, string, TEXT_MARK));
    if (quotation) {
      AddressPatterns.SHAPES.forEach(shape -> collect(found, folded, plain, shape, ADDRESS_MARK));
      collect(found, folded, plain, AddressPatterns.PHONE, TEXT_MARK);
      collect(found, folded, plain, AddressPatterns.HASH, TEXT_MARK);
    }
    for (var digest : digests) {
      for (int at = text.indexOf(digest);
          at >= 0;
          at = text.indexOf(digest, at + digest.length())) {
        found.add(new Find(at, at + digest.length(), TEXT_MARK));
      }
    }
    for (var run : EncodedRun.in(text)) {
      if (run.decoded().stream()
          .anyMatch(decoded -> quotation && run.couldHide(decoded) || holdsPlain(decoded))) {
        found.add(new Find(run.from(), run.to(), TEXT_MARK));
      }
    }
    return withoutOverlaps(found);
  }

  static String apply(String text, List<Find> finds) {
    var out = new StringBuilder(text.length());
    int at = 0;
    for (var find : finds) {
      out.append(text, at, find.from()).append(find.instead());
      at = find.to();
    }
    return out.append(text, at, text.length()).toString();
  }

  private boolean holdsPlain(String decoded) {
    if (!decoded.contains("@") && !decoded.contains("%40")) {
      return false;
    }
    var plain = Folded.of(decoded).text();
    return addresses.stream().anyMatch(address -> address.matcher(plain).find());
  }

  // In one's own words the masked address stands there; in a quotation, the mark for everybody.
  private void collectAddress(
      List<Find> found, Folded folded, String plain, Pattern address, boolean quotation) {
    var matcher = address.matcher(plain);
    while (matcher.find()) {
      var instead = quotation || !matcher.group("rest").isEmpty() ? ADDRESS_MARK : inPlace;
      found.add(new Find(folded.start(matcher.start()), folded.end(matcher.end()), instead));
    }
  }

  private static void collect(
      List<Find> found, Folded folded, String plain, Pattern pattern, String instead) {
    var matcher = pattern.matcher(plain);
    while (matcher.find()) {
      found.add(new Find(folded.start(matcher.start()), folded.end(matcher.end()), instead));
    }
  }

  // The earliest find wins, the longest of those that begin together.
  private static List<Find> withoutOverlaps(List<Find> found) {
    found.sort(
        Comparator.comparingInt(Find::from)
            .thenComparing(Comparator.comparingInt(Find::to).reversed()));
    var kept = new ArrayList<Find>();
    for (var find : found) {
      var last = kept.isEmpty() ? Optional.<Find>empty() : Optional.of(kept.getLast());
      if (last.isEmpty() || find.from() >= last.get().to()) {
        kept.add(find);
      } else if (find.to() > last.get().to()) {
        kept.set(kept.size() - 1, new Find(last.get().from(), find.to(), last.get().instead()));
      }
    }
    return kept;
  }

  @Override
  public String toString() {
    return "Scrub[hidden]";
  }
}
