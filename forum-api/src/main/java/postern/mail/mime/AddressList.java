package postern.mail.mime;

import java.util.ArrayList;
import java.util.List;
import postern.kernel.EmailAddress;

/**
 * Reads the address lists of RFC 5322 section 3.4 with its obsolete forms: groups, comments,
 * routes, missing names. The raw value is read before any encoded word is decoded, so that a word
 * which decodes to an address is only a name.
 */
final class AddressList {
  private static final int MAX = 1000;

  private final List<Mailbox> mailboxes = new ArrayList<>();
  private int entries;

  private final StringBuilder phrase = new StringBuilder();
  private final StringBuilder angle = new StringBuilder();
  private final StringBuilder comment = new StringBuilder();
  private boolean sawAngle;

  private AddressList() {}

  static AddressList parse(String raw) {
    var list = new AddressList();
    list.read(raw);
    return list;
  }

  /** Those that mail could reach, in order. */
  List<Mailbox> mailboxes() {
    return mailboxes;
  }

  /** How many stood there, readable or not: an author must be the only one. */
  int entries() {
    return entries;
  }

  private void read(String raw) {
    boolean inAngle = false;
    for (int at = 0; at < raw.length() && entries < MAX; at++) {
      char c = raw.charAt(at);
      var into = inAngle ? angle : phrase;
      switch (c) {
        case '"' -> at = quoted(raw, at, into);
        case '(' -> at = commented(raw, at);
        case '<' -> {
          inAngle = true;
          sawAngle = true;
          angle.setLength(0);
        }
        case '>' -> inAngle = false;
        case ',' -> {
          if (inAngle) {
            angle.append(c);
          } else {
            finish();
          }
        }
        case ';' -> {
          finish();
          inAngle = false;
        }
        case ':' -> {
          // Within angles a colon ends a route; outside, the name of a group. Neither is an
          // address.
          into.setLength(0);
        }
        default -> into.append(c);
      }
    }
    finish();
  }

  private static int quoted(String raw, int from, StringBuilder into) {
    int at = from + 1;
    while (at < raw.length() && raw.charAt(at) != '"') {
      if (raw.charAt(at) == '\\' && at + 1 < raw.length()) {
        at++;
      }
      into.append(raw.charAt(at++));
    }
    return at;
  }

  private int commented(String raw, int from) {
    int depth = 0;
    for (int at = from; at < raw.length(); at++) {
      char c = raw.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '(' && depth++ == 0) {
        continue;
      } else if (c == ')' && --depth == 0) {
        return at;
      } else {
        comment.append(c);
      }
    }
    return raw.length();
  }

  private void finish() {
    var name = phrase.toString().strip();
    var typed = sawAngle ? angle.toString().strip() : name;
    if (!typed.isEmpty()) {
      entries++;
      var shown =
          EncodedWords.decode(sawAngle && !name.isEmpty() ? name : comment.toString().strip());
      EmailAddress.parse(typed).ifPresent(address -> mailboxes.add(new Mailbox(shown, address)));
    }
    phrase.setLength(0);
    angle.setLength(0);
    comment.setLength(0);
    sawAngle = false;
  }
}
