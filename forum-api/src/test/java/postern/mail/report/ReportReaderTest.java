package postern.mail.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postern.mail.mime.MessageRead;
import postern.mail.mime.MessageReader;
import postern.mail.mime.MimeLimits;

/** Reports as real hosts write them, with other names in them. */
class ReportReaderTest {
  private static final MailReport GONE = new MailReport.NoSuchMailbox();
  private static final MailReport FAILED = new MailReport.NotDelivered();
  private static final MailReport NOTHING = new MailReport.NothingNew();

  @Test
  void postfixSaysThatTheMailboxIsNotThere() {
    assertThat(
            report(
                """
                Reporting-MTA: dns; mx.harbour.example
                X-Postfix-Queue-ID: 4Zk1x23Zz9z1xyz
                X-Postfix-Sender: rfc822; bounce.abc@members.test
                Arrival-Date: Mon,  2 Mar 2026 09:00:00 +0000 (UTC)

                Final-Recipient: rfc822; ben@harbour.example
                Original-Recipient: rfc822;ben@harbour.example
                Action: failed
                Status: 5.1.1
                Remote-MTA: dns; mail.harbour.example
                Diagnostic-Code: smtp; 550 5.1.1 <ben@harbour.example>: Recipient address
                    rejected: User unknown in virtual mailbox table
                """))
        .isEqualTo(GONE);
  }

  @Test
  void postfixSaysThatTheMailStillWaits() {
    assertThat(
            report(
                """
                Reporting-MTA: dns; mx.harbour.example

                Final-Recipient: rfc822; ben@harbour.example
                Action: delayed
                Status: 4.4.1
                Diagnostic-Code: X-Postfix; connect to mail.harbour.example[192.0.2.5]:25: timed out
                Will-Retry-Until: Sat,  7 Mar 2026 09:00:00 +0000 (UTC)
                """))
        .isEqualTo(NOTHING);
  }

  @Test
  void postfixGaveUpAfterFiveDays() {
    assertThat(
            report(
                """
                Reporting-MTA: dns; mx.harbour.example

                Final-Recipient: rfc822; ben@harbour.example
                Action: failed
                Status: 4.4.1
                Diagnostic-Code: X-Postfix; connect to mail.harbour.example[192.0.2.5]:25: timed out
                """))
        .isEqualTo(FAILED);
  }

  @Test
  void eximSaysFiveZeroZeroAndTheTruthInTheDiagnostic() {
    assertThat(
            report(
                """
                Reporting-MTA: dns; exim.harbour.example

                Action: failed
                Final-Recipient: rfc822;ben@harbour.example
                Status: 5.0.0
                Remote-MTA: dns; mail.harbour.example
                Diagnostic-Code: smtp; 550 5.1.1 <ben@harbour.example>: User unknown
                """))
        .isEqualTo(GONE);
    assertThat(
            report(
                """
                Reporting-MTA: dns; exim.harbour.example

                Action: failed
                Final-Recipient: rfc822;ben@harbour.example
                Status: 5.0.0
                Remote-MTA: dns; mail.harbour.example
                Diagnostic-Code: smtp; 554 This looks like junk
                """))
        .isEqualTo(FAILED);
  }

  @Test
  void exchangeOnlineKnowsNoSuchRecipient() {
    assertThat(
            report(
                """
                Reporting-MTA: dns;AM0EUR01FT001.mail.protection.outlook.test
                Received-From-MTA: dns;relay.members.test
                Arrival-Date: Mon, 2 Mar 2026 09:00:00 +0000

                Final-Recipient: rfc822;ben@harbour.example
                Action: failed
                Status: 5.1.10
                Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup
                """))
        .isEqualTo(GONE);
  }

  @Test
  void gmailFindsNoAccount() {
    assertThat(
            report(
                """
                Reporting-MTA: dns; googlemail.test
                Received-From-MTA: dns; bounce.abc@members.test
                Arrival-Date: Mon, 02 Mar 2026 01:00:00 -0800 (PST)
                X-Original-Message-ID: <abc@members.test>

                Final-Recipient: rfc822; ben@harbour.example
                Action: failed
                Status: 5.1.1
                Remote-MTA: dns; gmail-smtp-in.l.google.test. (2001:db8::1, the server for the domain.)
                Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try
                 550-5.1.1 double-checking the recipient's email address for typos.
                Last-Attempt-Date: Mon, 02 Mar 2026 01:00:01 -0800 (PST)
                """))
        .isEqualTo(GONE);
  }

  @ParameterizedTest
  @CsvSource({
    "5.2.2, false",
    "5.7.1, false",
    "5.3.4, false",
    "5.2.1, true",
    "5.4.4, true",
    "5.1.8, false",
    "4.2.2, false",
    "5.7.26, false",
    "5.4.1, true"
  })
  void onlyWhatIsSaidOfTheMailboxEndsIt(String status, boolean gone) {
    var text = "Final-Recipient: rfc822; b@h.example\nAction: failed\nStatus: " + status + "\n";
    assertThat(report(text)).isEqualTo(gone ? GONE : FAILED);
  }

  @Test
  void sendmailWarnsOnly() {
    assertThat(
            report(
                """
                Reporting-MTA: dns; mail.harbour.example

                Final-Recipient: RFC822; ben@harbour.example
                Action: delayed
                Status: 4.2.2
                """))
        .isEqualTo(NOTHING);
  }

  @Test
  void qmailWritesPlainText() {
    var text =
        """
        Hi. This is the qmail-send program at harbour.example.
        I'm afraid I wasn't able to deliver your message to the following addresses.
        This is a permanent error; I've given up. Sorry it didn't work out.

        <ben@harbour.example>:
        Sorry, no mailbox here by that name. (#5.1.1)

        --- Below this line is a copy of the message.

        Return-Path: <bounce.abc@members.test>
        Subject: about 5.2.2
        """;
    assertThat(plain("", text)).isEqualTo(GONE);
    assertThat(plain("", text.replace("no mailbox here by that name. (#5.1.1)", "full. (#5.2.2)")))
        .isEqualTo(FAILED);
    assertThat(plain("", text.replace("(#5.1.1)", "").replace("about 5.2.2", "about 5.1.1")))
        .as("what stands in our own copy says nothing")
        .isEqualTo(FAILED);
  }

  @Test
  void oldEximWritesPlainTextWithAHeader() {
    var text =
        """
        This message was created automatically by mail delivery software.

        A message that you sent could not be delivered to one or more of its
        recipients. This is a permanent error. The following address(es) failed:

          ben@harbour.example
            SMTP error from remote mail server after RCPT TO:<ben@harbour.example>:
            host mail.harbour.example [192.0.2.5]: 550 No such user

        ------ This is a copy of the message, including all the headers. ------
        """;
    assertThat(plain("X-Failed-Recipients: ben@harbour.example\n", text)).isEqualTo(GONE);
    assertThat(plain("", text)).as("anybody could write this").isEqualTo(NOTHING);
  }

  @Test
  void aHolidayAnswerIsNoReport() {
    assertThat(plain("Auto-Submitted: auto-replied\n", "I am away. My number is 5.1.1.\n"))
        .isEqualTo(NOTHING);
  }

  @Test
  void aReportWithinAnEnclosedMessageIsAboutSomethingElse() {
    var inner =
        """
        Content-Type: multipart/report; report-type=delivery-status; boundary=y

        --y
        Content-Type: message/delivery-status

        Final-Recipient: rfc822; b@h.example
        Action: failed
        Status: 5.1.1
        --y--
        """;
    assertThat(
            read(
                "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: message/rfc822\n\n"
                    + inner
                    + "\n--x--\n"))
        .isEqualTo(NOTHING);
  }

  @Test
  void aComplaintNamesTheReturnPathOfTheMail() {
    var enclosed =
        "Return-Path: <bounce.qqq@members.test>\nFrom: a@members.test\nSubject: Hi\n\nText.\n";
    assertThat(complaint("abuse", "Original-Mail-From: <bounce.abc@members.test>\n", enclosed))
        .isEqualTo(
            new MailReport.Complaint(
                java.util.List.of("bounce.abc@members.test", "bounce.qqq@members.test")));
    assertThat(complaint("not-spam", "", enclosed)).isEqualTo(NOTHING);
    assertThat(complaint("auth-failure", "", enclosed)).isEqualTo(NOTHING);
  }

  @Test
  void aCodeIsNoNetworkAddressAndNoVersion() {
    assertThat(Status.in("from 5.9.12.3 by exim 4.96.1.2")).isEmpty();
    assertThat(Status.in("(#5.1.1).")).hasToString("Optional[5.1.1]");
  }

  @Test
  void whateverComesIsReadWithinTime() {
    var hostile = "-".repeat(60_000) + "\n".repeat(30_000) + "x@".repeat(5_000);
    long start = System.nanoTime();
    plain("X-Failed-Recipients: x\n", hostile);
    report(hostile);
    complaint("abuse", hostile.replace("\n", " "), hostile);
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }

  private static MailReport complaint(String kind, String more, String enclosed) {
    return read(
        "Content-Type: multipart/report; report-type=feedback-report; boundary=x\n\n"
            + "--x\nContent-Type: text/plain\n\nThis is a complaint.\n"
            + "--x\nContent-Type: message/feedback-report\n\n"
            + "Feedback-Type: "
            + kind
            + "\nUser-Agent: Loop/1\nVersion: 1\n"
            + more
            + "\n--x\nContent-Type: message/rfc822\n\n"
            + enclosed
            + "\n--x--\n");
  }

  private static MailReport report(String fields) {
    return read(
        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"x/y\"\n\n"
            + "--x/y\nContent-Type: text/plain\n\nIt says things.\n"
            + "--x/y\nContent-Type: message/delivery-status\n\n"
            + fields
            + "\n--x/y\nContent-Type: text/rfc822-headers\n\nSubject: Hi\n--x/y--\n");
  }

  private static MailReport plain(String headers, String text) {
    return read(headers + "Content-Type: text/plain\n\n" + text);
  }

  private static MailReport read(String rest) {
    var raw = "From: MAILER-DAEMON@harbour.example\nSubject: x\nMIME-Version: 1.0\n" + rest;
    var bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    return switch (MessageReader.read(bytes, MimeLimits.DEFAULT)) {
      case MessageRead.Read(var message) -> ReportReader.read(message);
      case MessageRead.Refused _ -> NOTHING;
    };
  }
}
