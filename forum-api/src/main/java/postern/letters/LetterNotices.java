package postern.letters;

import java.util.Set;
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
}
