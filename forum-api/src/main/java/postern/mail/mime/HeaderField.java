package postern.mail.mime;

/** One header field as it came. Hides its text: most headers carry an address. */
public final class HeaderField {
  private final String name;
  private final String raw;

  HeaderField(String name, String raw) {
    this.name = name;
    this.raw = raw;
  }

  public String name() {
    return name;
  }

  /** Unfolded, 8-bit bytes guessed as UTF-8, then as Latin-1; encoded words as they came. */
  public String raw() {
    return raw;
  }

  /** Unfolded with the encoded words of RFC 2047 decoded, wherever they stand. */
  public String decoded() {
    return EncodedWords.decode(raw);
  }

  public boolean is(String otherName) {
    return name.equalsIgnoreCase(otherName);
  }

  @Override
  public String toString() {
    return "HeaderField[hidden]";
  }
}
