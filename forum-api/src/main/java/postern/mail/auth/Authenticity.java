package postern.mail.auth;

/** What is known of the author that a message names. */
public sealed interface Authenticity {
  /** The author's domain answers for the message. */
  record Aligned(Method method) implements Authenticity {}

  /** The author's domain says that the message is not its own. */
  record Failed() implements Authenticity {}

  /**
   * Nothing fails and nothing proves it: no result, an error on the way, or a result for another
   * domain.
   */
  record Unknown() implements Authenticity {}

  /** Name servers did not answer, and without them nothing is proved: to be asked again later. */
  record Away() implements Authenticity {}

  enum Method {
    DMARC,
    DKIM,
    SPF
  }
}
