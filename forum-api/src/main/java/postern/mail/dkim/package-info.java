/**
 * Signs finished messages (RFC 6376, RFC 8463), so that other hosts believe that they come from the
 * relay domain, and checks who signed a message that came, over its bytes as they came. The two
 * share no code, so that each is a check of the other.
 *
 * <p>It changes nothing in a message but the field that it puts before it, knows no file and no
 * forum, and decides nothing about an author: which domain speaks for whom is DMARC's question.
 *
 * <p>Keeps clause 6 of the privacy policy: nobody can write in a member's name, and a signature
 * tells nothing but the bytes that its reader has anyway.
 */
package postern.mail.dkim;
