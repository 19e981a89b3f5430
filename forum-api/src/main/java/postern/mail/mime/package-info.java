/**
 * Messages as bytes: reading whatever comes, splitting a reply from what it quotes, and writing a
 * message anew.
 *
 * <p>Nothing here knows members, letters or the forum, opens a connection, or throws because of
 * what somebody sent.
 *
 * <p>Keeps clause 6 of the privacy policy where it is easiest to lose: what was read has no text
 * form, so that a log line cannot carry it, and what is written is made only of checked headers and
 * encoded parts.
 */
package postern.mail.mime;
