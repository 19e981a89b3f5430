/**
 * What a domain wants done with mail that names it and is not its own (DMARC, RFC 7489), and which
 * domains belong together, by the public suffix list that comes with Guava.
 *
 * <p>It sends no reports: they would tell strangers who writes here.
 *
 * <p>Keeps clause 6 of the privacy policy: nobody can write in a member's name.
 */
package postern.mail.dmarc;
