package postern.letters;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import postern.kernel.EmailAddress;
import postern.kernel.MaskedAddress;
import postern.kernel.Username;
import postern.mail.mime.InboundMessage;

/** All that the composer needs to know; it asks nothing of a database, a clock or the network. */
record ComposeRequest(
    Source source,
    Sender sender,
    Secrets secrets,
    Threading threading,
    Footer footer,
    Rules rules) {

  /** Where the letter comes from. */
  sealed interface Source {
    record Mailed(InboundMessage message) implements Source {}

    /** Written on the site. */
    record Written(String subject, String text) implements Source {
      @Override
      public String toString() {
        return "Written[hidden]";
      }
    }
  }

  /**
   * Who it is from, as the reader may know them.
   *
   * @param displayName left out of the letter where it could mislead
   * @param from what stands for the sender toward this reader
   */
  record Sender(
      Username username, Optional<String> displayName, MaskedAddress from, String forumName) {}

  /**
   * What must not pass.
   *
   * @param addresses every one that the sender ever verified, the shared one too
   * @param listed further strings: a phone number, another address
   * @param shared the address that the sender elected to show to this reader
   */
  record Secrets(List<EmailAddress> addresses, List<String> listed, Optional<EmailAddress> shared) {
    Secrets {
      addresses = List.copyOf(addresses);
      listed = List.copyOf(listed);
    }

    @Override
    public String toString() {
      return "Secrets[hidden]";
    }
  }

  /**
   * How mail programs thread it.
   *
   * @param messageId our own, random, with its angle brackets
   * @param inReplyTo mapped to the Message-ID that this reader knows
   * @param references mapped, the oldest first
   * @param acceptedAt shown to the minute, in UTC
   */
  record Threading(
      String messageId, Optional<String> inReplyTo, List<String> references, Instant acceptedAt) {
    Threading {
      references = List.copyOf(references);
    }
  }

  /**
   * What stands under the text.
   *
   * @param fixedLine who wrote (a member, not staff), how to block or report
   * @param end where one click ends this correspondence (RFC 8058)
   * @param endByMail the local part that does the same by mail: {@code unsubscribe.…}
   * @param origin this site's address; links with tokens under it never pass
   */
  record Footer(String fixedLine, URI end, String endByMail, URI origin) {}

  /**
   * The site's settings.
   *
   * @param automaticAnswersPass whether the rules let this one through
   * @param forbiddenTypes media types and file endings with their dot, in lower case
   * @param maxPixels a picture above is refused before it is decoded
   * @param maxUnpackedBytes a file that holds more is not checked, so not passed
   */
  record Rules(
      boolean automaticAnswersPass,
      Set<String> forbiddenTypes,
      long maxPixels,
      long maxUnpackedBytes) {
    static final Rules DEFAULT = new Rules(false, Set.of(), 40_000_000L, 200L << 20);

    Rules {
      forbiddenTypes = Set.copyOf(forbiddenTypes);
    }
  }
}
