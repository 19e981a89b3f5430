package postern.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import postern.accounts.MemberView;
import postern.http.RateLimits;
import postern.kernel.MemberId;
import postern.kernel.Username;
import postern.letters.LettersDao.LetterRow;
import postern.mail.mime.InboundMessage;
import postern.storage.Tx;

/** The door for letters that come by mail, from a sender whom the edge has made sure of. */
public final class MailedLetters {
  private final Room room;
  private final Correspondences correspondences;
  private final Masks masks;
  private final Drafting drafting;
  private final LetterDesk desk;
  private final Composer composer;

  MailedLetters(
      Room room,
      Correspondences correspondences,
      Masks masks,
      Drafting drafting,
      LetterDesk desk,
      Composer composer) {
    this.room = room;
    this.correspondences = correspondences;
    this.masks = masks;
    this.drafting = drafting;
    this.desk = desk;
    this.composer = composer;
  }

  /** Whom a mailbox of the relay domain stands for. */
  public sealed interface Mailbox {
    /** {@code username@}: anybody may write there. */
    record OfMember(Username username) implements Mailbox {}

    /** {@code username.token@}: given to one member alone. */
    record Masked(Username username, String token) implements Mailbox {}
  }

  /**
   * Takes a letter over: when this returns {@link Taken.Accepted} it is committed, and will be sent
   * or its sender told.
   *
   * @param sender the member whose address the message is proved to come from
   */
  public Taken take(MemberId sender, Mailbox mailbox, InboundMessage message) {
    var begun = room.database().write(tx -> begin(tx, sender, mailbox, message));
    return switch (begun) {
      case Begun.Ended(var how) -> how;
      case Begun.Open(var blank, var draft) ->
          // Composing can take a second or two, so it is done between two transactions; and it is
          // done now, so that a
          // refusal reaches the sender's own mail program.
          switch (composer.compose(draft.request())) {
            case Composed.Refused(var why) -> new Taken.Refused(why);
            case Composed.Ready ready ->
                room.database().write(tx -> keep(tx, blank, ready, message));
          };
    };
  }

  private sealed interface Begun {
    record Ended(Taken how) implements Begun {}

    record Open(LetterRow blank, Drafting.Draft draft) implements Begun {}
  }

  private Begun begin(Tx tx, MemberId senderId, Mailbox mailbox, InboundMessage message) {
    var sender = room.accounts().member(tx, senderId).orElseThrow();
    var reader = reader(tx, senderId, mailbox);
    if (reader.isEmpty()) {
      return new Begun.Ended(new Taken.NoSuchMailbox());
    }
    var no = refusal(tx, sender, reader.get());
    if (no.isPresent()) {
      return new Begun.Ended(no.get());
    }
    var blank = desk.blank(tx, sender, reader.get(), came(message), drafting);
    var draft = drafting.of(tx, blank, sender, new ComposeRequest.Source.Mailed(message));
    return new Begun.Open(blank, draft);
  }

  private Optional<Taken> refusal(Tx tx, MemberView sender, MemberView reader) {
    return switch (correspondences.verdict(tx, sender, reader)) {
      case WRITER_NOT_IN_GOOD_STANDING -> Optional.of(new Taken.NotInGoodStanding());
      case TO_THEMSELVES, WRITER_BLOCKED_READER, NOT_TAKING ->
          Optional.of(new Taken.NoSuchMailbox());
      case MAY ->
          correspondences.count(tx, sender, reader) instanceof RateLimits.Taken.TooMany(var wait)
              ? Optional.of(new Taken.TooMany(wait))
              : Optional.empty();
    };
  }

  // A mask works for the one it was given to; for anybody else it is no mailbox at all.
  Optional<MemberView> reader(Tx tx, MemberId sender, Mailbox mailbox) {
    return switch (mailbox) {
      case Mailbox.OfMember(var username) -> room.accounts().find(tx, username);
      case Mailbox.Masked(var username, var token) ->
          masks
              .find(tx, token)
              .filter(pair -> pair.reader().equals(sender))
              .flatMap(pair -> room.accounts().member(tx, pair.owner()))
              .filter(owner -> owner.username().equals(username));
    };
  }

  private Taken keep(Tx tx, LetterRow blank, Composed.Ready ready, InboundMessage message) {
    var digest =
        Drafting.hash(blank.sender() + ":" + blank.recipient() + ":" + fingerprint(message));
    if (tx.dao(LettersDao.class).take(digest, room.sources().now()) == 0) {
      return new Taken.Repeated();
    }
    desk.store(tx, blank, ready.subject(), ready.text());
    return new Taken.Accepted(blank.id());
  }

  // The same sender, recipient, Message-ID and content are one letter; relays on the way add
  // headers above.
  static String fingerprint(InboundMessage message) {
    var raw = message.raw();
    int body = 0;
    for (int i = 3; i < raw.length && body == 0; i++) {
      if (raw[i] == '\n' && raw[i - 1] == '\r' && raw[i - 2] == '\n') {
        body = i + 1;
      }
    }
    var content =
        new String(raw, body, raw.length - body, java.nio.charset.StandardCharsets.ISO_8859_1);
    return message.messageId().orElse("") + "\n" + message.subject() + "\n" + content;
  }

  private static LetterDesk.Came came(InboundMessage message) {
    List<String> answers = new ArrayList<>(message.inReplyTo());
    answers.addAll(message.references().reversed());
    return new LetterDesk.Came(
        Via.MAIL, message.messageId(), answers, Optional.of(message.raw()), false);
  }
}
