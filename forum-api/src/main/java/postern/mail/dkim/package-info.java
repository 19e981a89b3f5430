/**
 * Signs finished messages (RFC 6376, RFC 8463), so that other hosts believe that they come from the
 * relay domain, and writes the DNS records of the keys.
 *
 * <p>It changes nothing in a message but the field that it puts before it, and knows no file and no
 * forum.
 *
 * <p>Keeps clause 6 of the privacy policy where signatures are: what it adds tells nothing but the
 * bytes that its reader has anyway.
 */
package postern.mail.dkim;
