package postern.intake;

import java.util.Map;
import postern.letters.LetterRefusal;
import postern.letters.Taken;
import postern.mail.smtp.Reply;

/**
 * What a mail program is told, in sentences that its user can act on. No answer repeats what was
 * sent.
 */
final class Answers {
  static final Reply TOO_COMPLEX =
      new Reply(
          552,
          "5.3.4",
          "This message has more parts, or longer lines, than we take. Please send it simpler.");
  static final Reply ONE_SENDER =
      new Reply(
          550,
          "5.7.1",
          "A letter has exactly one sender in its From line. Please send it from one address.");
  static final Reply NOT_PROVED =
      new Reply(
          550,
          "5.7.1",
          "We could not make sure that this comes from the address in its From line. If you are a"
              + " member, we may have asked you there whether you wrote it. Otherwise please send"
              + " it through your own mail provider, or write on our website.");

  /** RFC 7372: the checks failed that the author's own domain asks for. */
  static final Reply FORGED =
      new Reply(
          550,
          "5.7.26",
          "The domain in the From line says that this is not its mail. If you wrote it, please send"
              + " it through that domain's own mail server, or write on our website.");

  static final Reply NAMES_AWAY =
      new Reply(
          451,
          "4.4.3",
          "We could not ask the name servers of the address in the From line. Please try again"
              + " later.");
  static final Reply NOT_A_MEMBER =
      new Reply(
          550,
          "5.7.1",
          "Only members can write here, from an address that they have confirmed with us. Please"
              + " use that address, or write on our website.");
  static final Reply AUTOMATIC =
      new Reply(550, "5.7.1", "Automatic answers and reports are not passed on.");
  private static final Reply HOUSE =
      new Reply(
          550, "5.7.1", "Nobody reads this mailbox. The website says how to reach the operators.");
  static final Reply TOO_LONG_FOR_OPERATORS =
      new Reply(
          552,
          "5.3.4",
          "The operators take messages of up to 256 KB. Please send it shorter, without files.");
  static final Reply OPERATORS_FULL =
      new Reply(
          452, "4.2.2", "The operators have more mail than they can read. Please try again later.");

  private static final Reply NOTICES =
      new Reply(
          550,
          "5.7.1",
          "Notices cannot be answered by mail. Please open the link in the notice and answer"
              + " there.");
  private static final Reply NOT_IN_GOOD_STANDING =
      new Reply(
          550,
          "5.7.1",
          "Your account cannot send letters at the moment. Your settings on our website say why.");
  private static final Reply TOO_MANY =
      new Reply(450, "4.7.1", "You have sent many letters today. Please try again tomorrow.");

  private static final Map<Reply, String> REASONS =
      Map.ofEntries(
          Map.entry(TOO_COMPLEX, "too-complex"),
          Map.entry(ONE_SENDER, "sender-unclear"),
          Map.entry(NOT_PROVED, "not-proved"),
          Map.entry(FORGED, "forged"),
          Map.entry(NAMES_AWAY, "name-servers-away"),
          Map.entry(NOT_A_MEMBER, "not-a-member"),
          Map.entry(AUTOMATIC, "automatic"),
          Map.entry(HOUSE, "nobody-reads-it"),
          Map.entry(NOTICES, "no-answers-to-notices"),
          Map.entry(TOO_LONG_FOR_OPERATORS, "too-long"),
          Map.entry(OPERATORS_FULL, "operators-full"),
          Map.entry(NOT_IN_GOOD_STANDING, "standing"),
          Map.entry(TOO_MANY, "too-many"),
          Map.entry(Reply.noSuchMailbox(), "no-such-mailbox"),
          Map.entry(Reply.noSpace(), "disk-full"),
          Map.entry(Reply.tryLater(), "away"));

  private Answers() {}

  /** To who answers a mail of notices too, until such answers are taken. */
  static Reply house(String name) {
    return name.equals("notices") ? NOTICES : HOUSE;
  }

  /** A word of ours for why, for figures. */
  static String reason(Reply reply) {
    return REASONS.getOrDefault(reply, "content");
  }

  static Reply of(Taken taken) {
    return switch (taken) {
      case Taken.Accepted _, Taken.Repeated _ -> Reply.accepted();
      case Taken.NoSuchMailbox _ -> Reply.noSuchMailbox();
      case Taken.NotInGoodStanding _ -> NOT_IN_GOOD_STANDING;
      case Taken.TooMany _ -> TOO_MANY;
      case Taken.Refused(var why) -> of(why);
    };
  }

  private static Reply of(LetterRefusal why) {
    return switch (why) {
      case SENDER_UNCLEAR -> ONE_SENDER;
      case SIGNED_OR_ENCRYPTED ->
          new Reply(
              550,
              "5.7.1",
              "Signed and encrypted letters show who wrote them. Send it plain, or show this member"
                  + " your address in your settings first.");
      case AUTOMATIC_ANSWER -> AUTOMATIC;
      case EMPTY ->
          new Reply(550, "5.6.0", "This letter is empty. Please write a line and send it again.");
    };
  }
}
