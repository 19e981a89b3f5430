package postern.letters;

/** What did not pass, and the line that says so in its place. */
enum LeftOut {
  CONTACT_CARD("a contact card, which holds addresses"),
  CALENDAR("a calendar entry, which holds addresses"),
  KEY("a key, which holds an address"),
  SIGNATURE("a digital signature, which holds an address"),
  TNEF("a file winmail.dat, which holds addresses"),
  REPORT("a delivery report, which holds addresses"),
  FORWARDED_MESSAGE("a forwarded message, which holds addresses"),
  ENCRYPTED("an encrypted part, which nobody could check"),
  FORBIDDEN_FILE("a file of a kind that this site does not pass"),
  FILE_WITH_ADDRESS("a file in which the sender's address stands"),
  FILE_TOO_LARGE_TO_CHECK("a file that was too large to be checked for addresses"),
  PICTURE_TOO_LARGE("a picture of too many pixels"),
  PICTURE_UNREADABLE("a picture of a kind that cannot be freed from hidden data"),
  REMOTE_PICTURES("pictures that would have been fetched from elsewhere");

  private final String what;

  LeftOut(String what) {
    this.what = what;
  }

  String line() {
    return "[Left out: " + what + ".]";
  }
}
