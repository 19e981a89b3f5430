package postern.delivery;

import postern.kernel.MemberId;

/**
 * A line of a mail that one member wrote where others read it. The gate looks in it for that
 * member's addresses alone: to look there for somebody else's would tell its writer, by what
 * becomes of the mail, whether a guess was right.
 *
 * @param line as it stands in the mail, alone, but for blanks at its ends
 */
public record Passage(MemberId by, String line) {
  public Passage {
    line = line.strip();
    if (line.isEmpty() || line.lines().count() != 1) {
      throw new IllegalArgumentException("a passage is one line");
    }
  }

  @Override
  public String toString() {
    return "Passage[hidden]";
  }
}
