package postern.letters;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import postern.kernel.EmailAddress;
import postern.kernel.MaskedAddress;
import postern.kernel.Randomness;
import postern.kernel.Username;
import postern.mail.mime.InboundMessage;
import postern.mail.mime.MessageRead;
import postern.mail.mime.MessageReader;
import postern.mail.mime.MimeLimits;

/** Ada, who writes, in a world whose time and chance stand still. */
final class ComposeFixture {
  static final EmailAddress HOME = address("ada@home.example");
  static final EmailAddress WORK = address("ada.lovelace@work.example");
  static final EmailAddress BEYOND_ASCII = address("älva@münchen.example");
  static final List<EmailAddress> ADDRESSES = List.of(HOME, WORK, BEYOND_ASCII);
  static final MaskedAddress MASK =
      new MaskedAddress(new Username("ada"), "abcdefghijklmnop", "members.test");
  static final String READER = "bea@reader.example";

  private Optional<String> displayName = Optional.empty();
  private Optional<EmailAddress> shared = Optional.empty();
  private List<EmailAddress> known = ADDRESSES;
  private boolean automatic;
  private Set<String> forbidden = Set.of();
  private long maxPixels = 10_000;
  private long maxUnpacked = 1 << 20;

  static ComposeFixture aLetter() {
    return new ComposeFixture();
  }

  ComposeFixture displayed(String name) {
    displayName = Optional.of(name);
    return this;
  }

  ComposeFixture sharing(EmailAddress address) {
    shared = Optional.of(address);
    return this;
  }

  ComposeFixture automaticPasses() {
    automatic = true;
    return this;
  }

  ComposeFixture forbidding(String... types) {
    forbidden = Set.of(types);
    return this;
  }

  /** The fault to plant: a composer that knows none of the sender's addresses. */
  ComposeFixture ignorant() {
    known = List.of();
    return this;
  }

  ComposeFixture atMost(long pixels, long unpackedBytes) {
    maxPixels = pixels;
    maxUnpacked = unpackedBytes;
    return this;
  }

  Optional<EmailAddress> shared() {
    return shared;
  }

  Composed of(byte[] raw) {
    return compose(new ComposeRequest.Source.Mailed(read(raw)));
  }

  Composed of(String raw) {
    return of(raw.getBytes(StandardCharsets.UTF_8));
  }

  Composed written(String subject, String text) {
    return compose(new ComposeRequest.Source.Written(subject, text));
  }

  static Composed.Ready ready(Composed composed) {
    return (Composed.Ready) composed;
  }

  static String finished(Composed composed) {
    return new String(ready(composed).message().addressedTo(READER), StandardCharsets.UTF_8);
  }

  static InboundMessage read(byte[] raw) {
    return ((MessageRead.Read) MessageReader.read(raw, MimeLimits.DEFAULT)).message();
  }

  static Set<EmailAddress> hidden() {
    return new HashSet<>(ADDRESSES);
  }

  static EmailAddress address(String text) {
    return EmailAddress.parse(text).orElseThrow();
  }

  static Scrub scrub() {
    return Scrub.of(ADDRESSES, List.of("+49 89 1234567", "Ada King"), MASK, "https://forum.test");
  }

  private Composed compose(ComposeRequest.Source source) {
    var request =
        new ComposeRequest(
            source,
            new ComposeRequest.Sender(MASK.owner(), displayName, MASK, "The Forum"),
            new ComposeRequest.Secrets(known, List.of("+49 89 1234567", "Ada King"), shared),
            new ComposeRequest.Threading(
                "<letter.2@members.test>",
                Optional.of("<letter.1@members.test>"),
                List.of("<letter.0@members.test>", "<letter.1@members.test>"),
                Instant.parse("2030-03-01T12:05:42Z")),
            new ComposeRequest.Footer(
                "From the member ada of The Forum, not from its staff. Block or report:"
                    + " https://forum.test/letters/7",
                URI.create("https://forum.test/letters/end/7"),
                "unsubscribe.abcdefghijklmnop",
                URI.create("https://forum.test")),
            new ComposeRequest.Rules(automatic, forbidden, maxPixels, maxUnpacked));
    return new Composer(counting()).compose(request);
  }

  private static Randomness counting() {
    var drawn = new byte[1];
    return count -> {
      var bytes = new byte[count];
      java.util.Arrays.fill(bytes, ++drawn[0]);
      return bytes;
    };
  }
}
