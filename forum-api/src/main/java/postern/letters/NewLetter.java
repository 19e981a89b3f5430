package postern.letters;

/**
 * A letter as it is written on the site.
 *
 * @param shareAddress elects the reader: they see the writer's address until the writer withdraws
 *     it
 * @param leaveOwnAddress the writer was asked about their own address in the text and wants it
 *     there
 */
public record NewLetter(
    String subject, String body, boolean shareAddress, boolean leaveOwnAddress) {
  public static final int MAX_SUBJECT = 200;
  public static final int MAX_BODY = 20_000;

  /** Hides the text. */
  @Override
  public String toString() {
    return "NewLetter[hidden]";
  }
}
