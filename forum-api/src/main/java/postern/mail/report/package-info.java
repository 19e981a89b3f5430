/**
 * Reads what other hosts report about our mail: that it failed or waits (RFC 3464, and the plain
 * texts of qmail and old Exim), or that its reader complained (RFC 5965).
 *
 * <p>It tells nothing of whom a report names and none of its words: only what became of the mail.
 *
 * <p>Keeps clause 6 of the privacy policy where reports come in: no reader's address goes on from
 * one.
 */
package postern.mail.report;
