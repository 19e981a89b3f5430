package postern.letters;

import java.util.Set;
import postern.accounts.MemberView;
import postern.delivery.Notice;
import postern.kernel.Username;
import postern.letters.LettersDao.LetterRow;

/** What the house tells a writer about their own letter. */
final class LetterNotices {
  private LetterNotices() {}

  static Notice notSent(LetterRow letter, Username reader, String page) {
    var why =
        letter.state() == LetterState.HELD
            ? "We found your own address in it, so we did not send it. The page shows where it"
                + " stands."
            : "It could not be delivered. We tried for as long as we do.";
    return new Notice(
        "letter-not-sent",
        "Your letter to " + reader + " did not arrive",
        """
        Your letter to %s did not arrive.

        %s

        You find it here:
        %s
        """
            .formatted(reader, why, page),
        Set.of(letter.recipient()));
  }

  /** Holds nothing of what came: a stranger may have sent it to have it passed on. */
  static Notice wasThisYou(MemberView reader, String page) {
    return new Notice(
        "was-this-you",
        "Was this you?",
        """
        A letter to %s came with this address as its sender, on a way that does not prove it: perhaps you \
        sent it through another service, perhaps somebody else wrote your address on it. We have not sent it on.

        If you wrote it, you can send it from this page in the next three days:
        %s

        If you did not, you need not do anything: it will be forgotten.
        """
            .formatted(reader.username(), page),
        Set.of(reader.id()));
  }
}
