package postern.letters;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import postern.kernel.Base32;
import postern.kernel.Randomness;
import postern.mail.mime.Enclosed;
import postern.mail.mime.InboundMessage;
import postern.mail.mime.Leaf;
import postern.mail.mime.Multi;
import postern.mail.mime.OutPart;
import postern.mail.mime.Part;

/** The files and pictures of one letter: which pass, and under which names. */
final class LetterFiles {
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9]+/[a-z0-9.+-]{1,80}");

  private static final Pattern CHARSET = Pattern.compile("[a-z0-9_.-]{1,40}");

  private final LetterParts parts;
  private final Scrub scrub;
  private final ComposeRequest request;
  private final Randomness randomness;
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Map<String, Optional<String>> newIds = new HashMap<>();
  private final Map<Leaf, Boolean> shown = new IdentityHashMap<>();
  private final List<OutPart> pictures = new ArrayList<>();

  /**
   * @param scrub knows the addresses that no file may hold, so not the shared one
   */
  LetterFiles(LetterParts parts, Scrub scrub, ComposeRequest request, Randomness randomness) {
    this.parts = parts;
    this.scrub = scrub;
    this.request = request;
    this.randomness = randomness;
  }

  List<LeftOut> leftOut() {
    return leftOut;
  }

  /** Those that the text shows. */
  List<OutPart> pictures() {
    return pictures;
  }

  /** The new Content-ID of a picture that the text shows; empty when it does not pass. */
  Optional<String> picture(String contentId) {
    if (!newIds.containsKey(contentId)) {
      newIds.put(contentId, parts.picture(contentId).flatMap(this::shown));
    }
    return newIds.get(contentId);
  }

  /** What passes beside the text; to be asked when the text is done. */
  List<OutPart> attached() {
    var attached = new ArrayList<OutPart>();
    parts.files().stream()
        .filter(leaf -> !shown.containsKey(leaf))
        .forEach(leaf -> file(leaf).ifPresent(attached::add));
    parts.messages().forEach(message -> forwarded(message).ifPresent(attached::add));
    parts.encrypted().forEach(multi -> encrypted(multi).ifPresent(attached::add));
    return attached;
  }

  private Optional<String> shown(Leaf leaf) {
    shown.put(leaf, true);
    return remade(leaf)
        .map(
            clean -> {
              var id =
                  "p"
                      + (pictures.size() + 1)
                      + "."
                      + Base32.encode(randomness.bytes(10))
                      + "@"
                      + request.sender().from().domain();
              var name =
                  FileNames.withEnding(FileNames.clean(leaf.fileName(), scrub), clean.ending());
              pictures.add(
                  new OutPart.File(
                      clean.mediaType(), Optional.of(name), Optional.of(id), clean.bytes()));
              return id;
            });
  }

  private Optional<OutPart> file(Leaf leaf) {
    boolean shares = request.secrets().shared().isPresent();
    var kind = FileKind.carryingAddresses(leaf);
    if (kind.isPresent() && !shares) {
      return without(kind.get());
    }
    if (isForbidden(leaf)) {
      return without(LeftOut.FORBIDDEN_FILE);
    }
    var name = FileNames.clean(leaf.fileName(), scrub);
    if (leaf.mediaType().type().equals("image") || Picture.looksLikeOne(leaf.bytes())) {
      return remade(leaf)
          .map(
              clean ->
                  new OutPart.File(
                      clean.mediaType(),
                      Optional.of(FileNames.withEnding(name, clean.ending())),
                      Optional.empty(),
                      clean.bytes()));
    }
    if (!checked(leaf)) {
      return Optional.empty();
    }
    var shown = Optional.of(name.orElse("file"));
    return Optional.of(new OutPart.File(labelled(leaf), shown, Optional.empty(), leaf.bytes()));
  }

  private Optional<OutPart> forwarded(Enclosed enclosed) {
    if (request.secrets().shared().isEmpty()) {
      return without(LeftOut.FORWARDED_MESSAGE);
    }
    if (!checked(enclosed.message())) {
      return Optional.empty();
    }
    // Not as message/rfc822, which must not be encoded (RFC 2046 section 5.2.1): bytes that came
    // never pass bare.
    return Optional.of(
        new OutPart.File(
            "application/octet-stream",
            Optional.of("message.eml"),
            Optional.empty(),
            enclosed.message().raw()));
  }

  // Only a sender who shares the address gets here: any other letter with such a part was refused.
  private Optional<OutPart> encrypted(Multi multi) {
    var files = new ArrayList<OutPart>();
    for (var part : multi.parts()) {
      if (!(part instanceof Leaf leaf) || !checked(leaf.bytes())) {
        return without(LeftOut.ENCRYPTED);
      }
      files.add(
          new OutPart.File(mediaType(leaf), Optional.empty(), Optional.empty(), leaf.bytes()));
    }
    return Optional.of(
        new OutPart.Multi("encrypted", "; protocol=\"application/pgp-encrypted\"", files));
  }

  private Optional<Picture.Remade.Clean> remade(Leaf leaf) {
    return switch (Picture.remake(leaf.bytes(), request.rules().maxPixels())) {
      case Picture.Remade.Clean clean -> Optional.of(clean);
      case Picture.Remade.TooLarge _ -> without(LeftOut.PICTURE_TOO_LARGE);
      case Picture.Remade.Unreadable _ -> without(LeftOut.PICTURE_UNREADABLE);
    };
  }

  private boolean checked(InboundMessage message) {
    return message.headers().stream()
            .allMatch(field -> checked(field.decoded().getBytes(StandardCharsets.UTF_8)))
        && checked(message.root());
  }

  private boolean checked(Part part) {
    return switch (part) {
      case Leaf leaf -> checked(leaf);
      case Multi multi -> multi.parts().stream().allMatch(this::checked);
      case Enclosed enclosed -> checked(enclosed.message());
    };
  }

  // Text is read by its charset too: in UTF-7 or UTF-16 the bytes alone would not show it.
  private boolean checked(Leaf leaf) {
    boolean text = leaf.mediaType().type().equals("text");
    return checked(leaf.bytes())
        && (!text || checked(leaf.text().getBytes(StandardCharsets.UTF_8)));
  }

  private boolean checked(byte[] bytes) {
    return switch (FileScan.of(bytes, scrub, request.rules().maxUnpackedBytes())) {
      case CLEAN -> true;
      case FOUND -> without(LeftOut.FILE_WITH_ADDRESS).isPresent();
      case TOO_LARGE_TO_CHECK -> without(LeftOut.FILE_TOO_LARGE_TO_CHECK).isPresent();
    };
  }

  private boolean isForbidden(Leaf leaf) {
    var name =
        leaf.fileName()
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .stripTrailing()
            .replaceAll("[. ]+$", "");
    return request.rules().forbiddenTypes().stream()
        .anyMatch(type -> type.startsWith(".") ? name.endsWith(type) : leaf.mediaType().is(type));
  }

  private <T> Optional<T> without(LeftOut what) {
    leftOut.add(what);
    return Optional.empty();
  }

  // The bytes of a text file pass as they are, so its charset must pass with them.
  private static String labelled(Leaf leaf) {
    var charset = leaf.charset().map(label -> label.toLowerCase(Locale.ROOT));
    return mediaType(leaf)
        + charset
            .filter(_ -> leaf.mediaType().type().equals("text"))
            .filter(label -> CHARSET.matcher(label).matches())
            .map(label -> "; charset=" + label)
            .orElse("");
  }

  private static String mediaType(Leaf leaf) {
    var type = leaf.mediaType().full();
    boolean ours = type.startsWith("multipart/") || type.startsWith("message/");
    return MEDIA_TYPE.matcher(type).matches() && !ours ? type : "application/octet-stream";
  }
}
