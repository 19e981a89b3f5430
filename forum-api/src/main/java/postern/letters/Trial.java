package postern.letters;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import postern.delivery.Allowance;
import postern.delivery.Gate;
import postern.delivery.GateVerdict;
import postern.kernel.EmailAddress;
import postern.kernel.MaskedAddress;
import postern.kernel.Randomness;
import postern.kernel.Username;
import postern.mail.mime.Enclosed;
import postern.mail.mime.InboundMessage;
import postern.mail.mime.Leaf;
import postern.mail.mime.Limit;
import postern.mail.mime.MessageRead;
import postern.mail.mime.MessageReader;
import postern.mail.mime.MimeLimits;
import postern.mail.mime.Multi;
import postern.mail.mime.Part;

/**
 * Sends a message through composer and gate as if a member had written it who owns every address in
 * its From, To, Cc and texts: the hardest letter that a message can be.
 */
public final class Trial {
  /** What became of a message; nothing in it names an address. */
  public sealed interface Ending {
    record Composed(int bytes, List<String> leftOut) implements Ending {}

    record Refused(LetterRefusal why) implements Ending {}

    record TooMuch(Limit which) implements Ending {}

    /** The gate found what the composer had left: a fault of the composer. */
    record Held(List<String> places) implements Ending {}
  }

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}+@[\\p{L}\\p{N}.-]{1,200}");
  private static final int MAX_ADDRESSES = 200;
  private static final String READER = "reader@trial.example";

  private final Composer composer;
  private final Instant at;

  public Trial(Randomness randomness, Instant at) {
    this.composer = new Composer(randomness);
    this.at = at;
  }

  public Ending of(byte[] raw) {
    return switch (MessageReader.read(raw, MimeLimits.DEFAULT)) {
      case MessageRead.Refused(var limit) -> new Ending.TooMuch(limit);
      case MessageRead.Read(var message) -> ofMessage(message);
    };
  }

  private Ending ofMessage(InboundMessage message) {
    var addresses = addresses(message);
    return switch (composer.compose(request(message, addresses))) {
      case Composed.Refused(var why) -> new Ending.Refused(why);
      case Composed.Ready(var letter, var leftOut, _, _) -> {
        var verdict = Gate.inspect(letter.addressedTo(READER), addresses, Allowance.NONE);
        yield switch (verdict) {
          case GateVerdict.Passed _ ->
              new Ending.Composed(letter.size(), leftOut.stream().map(LeftOut::line).toList());
          case GateVerdict.Stopped(var places) ->
              new Ending.Held(places.stream().map(Object::toString).toList());
        };
      }
    };
  }

  private ComposeRequest request(InboundMessage message, Set<EmailAddress> addresses) {
    var username = new Username("trial-member");
    var mask = new MaskedAddress(username, "abcdefghijklmnop", "members.example");
    return new ComposeRequest(
        new ComposeRequest.Source.Mailed(message),
        new ComposeRequest.Sender(
            username, message.author().map(author -> author.name()), mask, "Trial"),
        new ComposeRequest.Secrets(List.copyOf(addresses), List.of(), Optional.empty()),
        new ComposeRequest.Threading("<trial@members.example>", Optional.empty(), List.of(), at),
        new ComposeRequest.Footer(
            "This letter is from the member trial-member of Trial, not from its staff.",
            URI.create("https://trial.example/letters/end"),
            "unsubscribe.abcdefghijklmnop",
            URI.create("https://trial.example")),
        new ComposeRequest.Rules(
            true,
            ComposeRequest.Rules.DEFAULT.forbiddenTypes(),
            ComposeRequest.Rules.DEFAULT.maxPixels(),
            ComposeRequest.Rules.DEFAULT.maxUnpackedBytes()));
  }

  private static Set<EmailAddress> addresses(InboundMessage message) {
    var found = new LinkedHashSet<EmailAddress>();
    for (var name : List.of("From", "To", "Cc")) {
      message.mailboxes(name).forEach(mailbox -> found.add(mailbox.address()));
    }
    texts(message.root(), new ArrayList<>())
        .forEach(
            text -> {
              var matcher = SHAPE.matcher(text);
              while (matcher.find() && found.size() < MAX_ADDRESSES) {
                EmailAddress.parse(matcher.group().replaceAll("[.-]+$", "")).ifPresent(found::add);
              }
            });
    EmailAddress.parse(READER).ifPresent(found::remove);
    return found;
  }

  private static List<String> texts(Part part, List<String> texts) {
    switch (part) {
      case Leaf leaf -> {
        if (leaf.mediaType().type().equals("text")) {
          texts.add(leaf.text());
        }
      }
      case Multi multi -> multi.parts().forEach(child -> texts(child, texts));
      case Enclosed enclosed -> texts(enclosed.message().root(), texts);
    }
    return texts;
  }
}
