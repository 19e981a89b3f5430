/**
 * What name servers say: texts, addresses, mail hosts and host names, within a deadline.
 *
 * <p>It never asks for a name that holds a person's local part, and tells "nothing is published"
 * from "nobody answered" in every result.
 *
 * <p>Keeps clause 6 of the privacy policy: what is asked and answered is kept in memory for an hour
 * at most, and never logged.
 */
package postern.mail.dns;
