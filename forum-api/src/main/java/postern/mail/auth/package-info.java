/**
 * Whether a message really comes from whom its From header names, as a trusted relay found it (RFC
 * 8601).
 *
 * <p>It asks no name server and trusts no header that a stranger could have written.
 *
 * <p>Keeps clause 6 of the privacy policy: nobody can write in a member's name, and no result
 * prints an address.
 */
package postern.mail.auth;
