package postern.delivery;

import java.util.List;

/** The two endings of looking through a finished mail. */
public sealed interface GateVerdict {
  record Passed() implements GateVerdict {}

  /** Where an address stands that its reader may not see; never the address. */
  record Stopped(List<Place> places) implements GateVerdict {
    public Stopped {
      places = List.copyOf(places);
    }
  }

  /**
   * A place for the sender to look at.
   *
   * @param where {@code header Subject}, {@code part 2.1}, {@code part 3 (packed)}
   * @param form how it is written there
   */
  record Place(String where, Form form) {
    @Override
    public String toString() {
      return where + ", " + form.words();
    }
  }

  /** How an address can be written. */
  enum Form {
    PLAIN("plain"),
    ESCAPED("escaped"),
    INVISIBLE("with invisible or full-width characters"),
    MARKUP("split by markup"),
    SPELLED("spelled out"),
    QUOTED_PRINTABLE("quoted-printable"),
    BASE64("base64"),
    HEX("hexadecimal"),
    UTF7("UTF-7"),
    REVERSED("backwards"),
    HASHED("hashed"),
    UNREADABLE("not readable");

    private final String words;

    Form(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
