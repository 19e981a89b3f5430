package postern.mail.smtp;

/** The sentences of the protocol itself. */
final class Answers {
  static final Reply OK = new Reply(250, "2.0.0", "OK");
  static final Reply SENDER_OK = new Reply(250, "2.1.0", "Sender OK");
  static final Reply RECIPIENT_OK = new Reply(250, "2.1.5", "Recipient OK");
  static final Reply GO_AHEAD = new Reply(354, "", "Send the message, end with CRLF . CRLF");
  static final Reply BYE = new Reply(221, "2.0.0", "Goodbye");
  static final Reply CANNOT_VERIFY =
      new Reply(252, "2.5.0", "Addresses are not verified here, send the message and see");
  static final Reply START_TLS = new Reply(220, "2.0.0", "Begin TLS");

  static final Reply STOPPING =
      new Reply(421, "4.3.2", "This server is stopping, please try again later");
  static final Reply TOO_SLOW = new Reply(421, "4.4.2", "This took too long");
  static final Reply BUSY = new Reply(421, "4.3.2", "Too many connections, please try again later");
  static final Reply CLIENT_BUSY =
      new Reply(421, "4.7.0", "Too many connections from your host, please try again later");
  static final Reply TOO_MANY_ERRORS = new Reply(421, "4.7.0", "Too many errors");
  static final Reply ENOUGH =
      new Reply(421, "4.7.0", "Enough for one connection, please open another");
  static final Reply TOO_MANY_MESSAGES =
      new Reply(450, "4.7.1", "Too many messages from your host, please try again later");

  static final Reply TALKS_FIRST = new Reply(554, "5.5.1", "A client waits for the banner");
  static final Reply BARE_NEWLINE = new Reply(500, "5.5.2", "Lines end with CRLF");
  static final Reply LINE_TOO_LONG = new Reply(500, "5.5.2", "The line is too long");
  static final Reply UNREADABLE =
      new Reply(500, "5.5.2", "A command is printable text that ends with CRLF");
  static final Reply UNKNOWN = new Reply(500, "5.5.1", "This command is not known here");
  static final Reply BAD_ARGUMENT = new Reply(501, "5.5.4", "The command has a wrong argument");
  static final Reply BAD_HOST = new Reply(501, "5.5.4", "Please say the name of your host");
  static final Reply NO_CHUNKING = new Reply(502, "5.5.1", "BDAT is not offered here");
  static final Reply NO_TLS = new Reply(502, "5.5.1", "TLS is not offered here");
  static final Reply TLS_ALREADY = new Reply(503, "5.5.1", "TLS is already on");
  static final Reply TLS_INJECTION =
      new Reply(554, "5.5.1", "Nothing may follow STARTTLS before TLS");
  static final Reply HELLO_FIRST = new Reply(503, "5.5.1", "Please say hello first");
  static final Reply MAIL_ALREADY = new Reply(503, "5.5.1", "There is a sender already");
  static final Reply MAIL_FIRST = new Reply(503, "5.5.1", "Please name a sender first");
  static final Reply RECIPIENT_FIRST = new Reply(503, "5.5.1", "Please name a recipient first");
  static final Reply IN_TRANSACTION = new Reply(503, "5.5.1", "Not in the middle of a message");
  static final Reply NOT_TRUSTED = new Reply(550, "5.7.1", "XFORWARD is not for your host");

  static final Reply BAD_SENDER = new Reply(501, "5.1.7", "The sender is no address");
  static final Reply BAD_RECIPIENT = new Reply(501, "5.1.3", "The recipient is no address");
  static final Reply NEEDS_UTF8 = new Reply(553, "5.6.7", "This address needs SMTPUTF8");
  static final Reply NOT_OURS =
      new Reply(550, "5.7.1", "This server takes no mail for that domain");
  static final Reply ONE_RECIPIENT =
      new Reply(452, "4.5.3", "One recipient for each message, please send it again");
  static final Reply TOO_MANY_RECIPIENTS =
      new Reply(452, "4.5.3", "Too many recipients for one message");

  static final Reply TOO_LARGE =
      new Reply(552, "5.3.4", "The message is larger than this server takes");
  static final Reply BARE_BYTES =
      new Reply(
          550, "5.6.11", "The message holds a bare CR, a bare LF or a NUL; lines end with CRLF");
  static final Reply LONG_LINE =
      new Reply(554, "5.6.0", "The message holds a line that is too long");
  static final Reply LARGE_HEADER =
      new Reply(554, "5.6.0", "The header of the message is too large");

  private Answers() {}
}
