package postern.mail.mime;

import java.util.List;
import java.util.regex.Pattern;

/** What one line of a reply looks like, in the languages and programs that write it. */
enum ReplyLine {
  EMPTY,
  TEXT,
  QUOTE,
  ATTRIBUTION,
  HEADER,
  DELIMITER,
  SIGNATURE;

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final String VERBS =
      "wrote|writes|said|a écrit|a ecrit|schrieb|geschrieben|escribió|escribio|ha"
          + " scritto|scrisse|escreveu|het volgende"
          + " geschreven|geschreven|schreef|skrev|kirjoitti|napisał\\(?a?\\)?|napsal\\(?a?\\)?|написала?|пишет|пише|писав|написав|yazdı|írta|έγραψε|a"
          + " scris|viết|写道|寫道|のメール|님이 작성";

  private static final Pattern DELIMITER_LINE = Pattern.compile("\\s*(?:[-_=+~#*–]{2,}|[ᐧ—])\\s*");
  private static final Pattern QUOTE_LINE =
      Pattern.compile("\\s*(?:\\p{L}{0,12}>|\\|(?!.*\\|\\s*$)).*");
  private static final Pattern HEADER_LINE =
      Pattern.compile(
          "\\s*[*_]{0,2}(?:From|Sent|To|Cc|Bcc|Subject|Date|Reply-To|Von|Gesendet|An|Betreff|Datum|Antwort"
              + " an|De|Envoyé|À|Objet|Répondre"
              + " à|Da|Inviato|A|Data|Oggetto|Risposta|Para|Enviado(?: el)?|Enviada em|Asunto|"
              + "Assunto|Fecha|Från|Skickat|Till|Ämne|Fra|Sendt|Til|Emne|Van|Verzonden|Aan|Onderwerp|Od|Wysłano|Do|Temat|Lähettäjä|Lähetetty|Vastaanottaja|Aihe|От|От"
              + " кого|Отправлено|Кому|Тема|Дата|Від|发件人|发送时间|"
              + "收件人|主题|寄件者|差出人|送信日時|宛先|件名)[*_]{0,2}\\s?[:：][*_]{0,2}(?:\\s.*|$)",
          FLAGS);

  private static final List<Pattern> SIGNATURES =
      List.of(
          Pattern.compile(
              "[\\s(<\\[]*(?:sent|from|enviado|enviada|envoyé|inviato|verzonden|skickat|sendt|wysłan[eo]|отправлено|"
                  + "надіслано|lähetetty|von|odesláno)"
                  + " (?:from|via|with|by|using|my|desde|depuis|de|da|dal|met|vanaf|från|fra|z|с|iз|meinem|do|ze)\\b.{0,100}",
              FLAGS),
          Pattern.compile("\\s*\\p{L}+ from mobile\\s*", FLAGS),
          Pattern.compile(
              "\\s*(?:diese nachricht wurde )?von (?:meine[mr]?|unterwegs).{0,80}gesendet\\.?\\s*",
              FLAGS),
          Pattern.compile("\\s*[從从]我的.{1,40}(?:傳送|发送|發送)\\s*"),
          Pattern.compile(".{1,20}から送信\\s*"),
          Pattern.compile("\\s*get \\[?outlook for .{0,100}", FLAGS));

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "[\\s*_>]*-{2,}\\s*(?:Original Message|Original-Nachricht|Ursprüngliche Nachricht|Mensaje"
              + " original|Message d'origine|Message original|Messaggio originale|Oorspronkelijk"
              + " bericht|Mensagem original|Ursprungligt meddelande|Opprinnelig melding|Oprindelig"
              + " meddelelse|Wiadomość oryginalna|Исходное сообщение|Forwarded"
              + " message|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado|Messaggio"
              + " inoltrato|Doorgestuurd bericht|Пересылаемое сообщение)\\s*-{2,}[\\s*_]*",
          FLAGS);

  private static final List<Pattern> ATTRIBUTIONS =
      List.of(
          // "On 1 May 2030, Ada wrote:", "Le 1 mai, Ada a écrit :", "---- On … wrote ----"
          Pattern.compile(
              "[\\s>*_-]*(?:On|At|In|Le|El|Il|Em|Am|Op|Den|På|Dnia|W"
                  + " dniu|Dne|Pe|Vào|Ngày|在|于)\\b?(?=.*\\d).{4,250}(?:"
                  + VERBS
                  + ")\\s?(?:[:：]|-{2,})?[\\s*_]*",
              FLAGS),
          // "Am 1. Mai schrieb Ada <ada@…>:"
          Pattern.compile(
              "[\\s>*_-]*(?:Am|Op|Den|På|Dnia|Dne|El|Il|Em)\\b(?=.*\\d).{4,100}\\s(?:"
                  + VERBS
                  + ")\\s.{1,200}[:：][\\s*_]*",
              FLAGS),
          // "Ada <ada@…> wrote:", "Ada <…> schrieb am 1. Mai 2030 um 12:00 Uhr:"
          Pattern.compile(
              "[\\s>*_-]*.{0,100}[<(\\[][^<>]{0,100}@[^<>]{1,100}[>)\\]]\\s?(?:"
                  + VERBS
                  + ")(?:\\s.{0,80})?[:：][\\s*_]*",
              FLAGS),
          // "1 мая 2030 г. 12:00 пользователь Ada написал:", "2030年…写道："
          Pattern.compile(
              "[\\s>*_-]*(?=.*\\d{4}).{6,250}\\s?(?:" + VERBS + ")\\s?[:：][\\s*_]*", FLAGS),
          // "2030-05-01 12:00 GMT+01:00 Ada <ada@…>:"
          Pattern.compile(
              "\\s*\\d{4}[-/]\\d{1,2}[-/]\\d{1,2} \\d{1,2}:\\d{2} (?:GMT|UTC)\\S*"
                  + " [^<>]{1,100}(?:<[^<>]{1,100}>:?)?\\s*"),
          Pattern.compile(
              "\\s*\\d{4}[-/]\\d{1,2}[-/]\\d{1,2},? .{0,100}<[^<>]{1,100}@[^<>]{1,100}>:?\\s*"),
          Pattern.compile(
              "[\\s>*_-]*(?:Begin forwarded message|Anfang der weitergeleiteten Nachricht|Début du"
                  + " message (?:réexpédié|transféré)|Inizio messaggio inoltrato)\\s?:?[\\s*_]*",
              FLAGS));

  private static final Pattern ENDING =
      Pattern.compile("(?:[:：-]|" + VERBS + ")[\\s*_]{0,9}$", FLAGS);

  private static final Pattern OPENING =
      Pattern.compile(
          "[\\s>*_-]*(?:(?:On|At|In|Le|El|Il|Em|Am|Op|Den|På|Dnia|W"
              + " dniu|Dne|Pe|Ngày)\\b.{0,30}\\d|在.{0,30}\\d|\\d{1,4}[ ./-])",
          FLAGS);

  private static final int LONGEST = 400;

  static ReplyLine of(String line) {
    if (line.isBlank()) {
      return EMPTY;
    }
    if (line.length() > LONGEST) {
      return line.stripLeading().startsWith(">") ? QUOTE : TEXT;
    }
    if (DELIMITER_LINE.matcher(line).matches()) {
      return DELIMITER;
    }
    if (line.length() <= 120
        && SIGNATURES.stream().anyMatch(known -> known.matcher(line).matches())) {
      return SIGNATURE;
    }
    if (SEPARATOR.matcher(line).matches()) {
      return ATTRIBUTION;
    }
    if (HEADER_LINE.matcher(line).matches()) {
      return HEADER;
    }
    return QUOTE_LINE.matcher(line).matches() ? QUOTE : TEXT;
  }

  /** True when these words, perhaps joined from several lines, say who wrote what follows. */
  static boolean isAttribution(String joined) {
    if (joined.length() > LONGEST) {
      return false;
    }
    var plain = joined.replace('\u00a0', ' ').replace('\u202f', ' ');
    boolean dated = !plain.isEmpty() && Character.isDigit(plain.charAt(0));
    // Most lines are no end of one, and this costs next to nothing to see.
    return (dated || ENDING.matcher(plain.substring(Math.max(0, plain.length() - 40))).find())
        && ATTRIBUTIONS.stream().anyMatch(known -> known.matcher(plain).matches());
  }

  /**
   * True for a line that announces a quotation by its first words, so that lines above belong to
   * something else.
   */
  static boolean opensAttribution(String line) {
    return OPENING.matcher(line).lookingAt();
  }
}
