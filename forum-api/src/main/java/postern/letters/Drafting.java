package postern.letters;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import postern.accounts.MemberView;
import postern.kernel.AddressId;
import postern.kernel.EmailAddress;
import postern.kernel.LetterId;
import postern.kernel.MemberId;
import postern.letters.LettersDao.LetterRow;
import postern.privacy.Keys;
import postern.storage.Tx;

/** Gathers what the composer needs to know about one letter, as it is at this moment. */
final class Drafting {
  private static final int MAX_REFERENCES = 12;

  private final Room room;
  private final Masks masks;
  private final RulesOfMembers rules;
  private final EndTokens endTokens;

  Drafting(Room room, Masks masks, RulesOfMembers rules, EndTokens endTokens) {
    this.room = room;
    this.masks = masks;
    this.rules = rules;
    this.endTokens = endTokens;
  }

  /** A request, and the address that its owner elected to show in it. */
  record Draft(ComposeRequest request, Optional<AddressId> elected) {}

  /**
   * @param letter the row, stored or about to be
   */
  Draft of(Tx tx, LetterRow letter, MemberView sender, ComposeRequest.Source source) {
    var elected = elected(tx, letter.sender(), letter.recipient());
    var addresses =
        letter.spoken() ? withoutMain(tx, sender.id()) : room.vault().everOf(tx, sender.id());
    var shared = elected.flatMap(id -> room.vault().envelope(tx, id));
    var request =
        new ComposeRequest(
            source,
            sender(tx, letter, sender),
            new ComposeRequest.Secrets(addresses, rules.of(tx, sender.id()).listed(), shared),
            threading(tx, letter),
            footer(letter, sender),
            ComposeRequest.Rules.DEFAULT);
    return new Draft(request, elected);
  }

  private Optional<AddressId> elected(Tx tx, MemberId owner, MemberId reader) {
    return room.elections()
        .electedFor(tx, owner, reader)
        .flatMap(_ -> room.vault().mainOf(tx, owner));
  }

  // The writer was asked, and wants the main address to stand in the text; the others stay out of
  // it.
  private List<EmailAddress> withoutMain(Tx tx, MemberId owner) {
    var main = room.vault().mainOf(tx, owner).flatMap(id -> room.vault().envelope(tx, id));
    return room.vault().everOf(tx, owner).stream()
        .filter(a -> main.filter(a::equals).isEmpty())
        .toList();
  }

  private ComposeRequest.Sender sender(Tx tx, LetterRow letter, MemberView sender) {
    var mask = masks.standIn(tx, sender.id(), sender.username(), letter.recipient());
    return new ComposeRequest.Sender(
        sender.username(), sender.displayName(), mask, room.settings().forumName());
  }

  private ComposeRequest.Footer footer(LetterRow letter, MemberView sender) {
    var origin = room.settings().origin();
    var token = endTokens.of(letter.correspondence(), letter.recipient());
    var line =
        ("%s is a member of %s, not its staff. To answer, just reply: your address goes along"
                + " only if you chose so. To block or report: %s")
            .formatted(
                sender.username(),
                room.settings().forumName(),
                origin.url("/letters/" + letter.correspondence()));
    return new ComposeRequest.Footer(
        line,
        URI.create(origin.url("/letters/end/" + token)),
        "unsubscribe." + token,
        origin.uri());
  }

  private ComposeRequest.Threading threading(Tx tx, LetterRow letter) {
    List<String> known = new ArrayList<>();
    var dao = tx.dao(LettersDao.class);
    Optional<LetterRow> ancestor = Optional.ofNullable(letter.parent()).flatMap(dao::find);
    for (int i = 0; i < MAX_REFERENCES && ancestor.isPresent(); i++) {
      known.addFirst(idKnownTo(letter.recipient(), ancestor.get(), room.keys()));
      ancestor = Optional.ofNullable(ancestor.get().parent()).flatMap(dao::find);
    }
    var last = known.isEmpty() ? Optional.<String>empty() : Optional.of(known.getLast());
    return new ComposeRequest.Threading(letter.messageId(), last, known, letter.writtenAt());
  }

  // The reader's mailbox holds what we sent them under our Message-ID, and what they sent under
  // their own.
  private static String idKnownTo(MemberId reader, LetterRow letter, Keys keys) {
    return letter.sender().equals(reader) && letter.cameId() != null
        ? keys.openText(letter.cameId(), LetterRow.place(letter.id(), "came_id"))
        : letter.messageId();
  }

  /**
   * The letter of this correspondence that a message says it answers, by what its sender's mailbox
   * knows.
   */
  Optional<LetterId> parent(
      Tx tx, postern.kernel.CorrespondenceId correspondence, List<String> answers) {
    var dao = tx.dao(LettersDao.class);
    return answers.stream()
        .map(
            id ->
                dao.byMessageId(correspondence, id)
                    .or(() -> dao.byCameId(correspondence, hash(id))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  static byte[] hash(String messageId) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(messageId.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
