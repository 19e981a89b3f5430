/**
 * Whether a message really comes from whom its From header names: by our own checks (SPF, DKIM,
 * DMARC), or as a trusted relay found it (RFC 8601).
 *
 * <p>It trusts no header that a stranger could have written, and takes no silence of a name server
 * for an answer.
 *
 * <p>Keeps clause 6 of the privacy policy: nobody can write in a member's name, and no result
 * prints an address.
 */
package postern.mail.auth;
