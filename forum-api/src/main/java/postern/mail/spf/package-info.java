/**
 * Whether a host may send mail for a domain, by the domain's own record (SPF, RFC 7208).
 *
 * <p>It never tells a name server the local part of an address: a record that asks for it is
 * answered with "neutral". It fetches no explanation, since no answer of ours holds a stranger's
 * text.
 *
 * <p>Keeps clause 6 of the privacy policy: what proves a sender makes no sender known.
 */
package postern.mail.spf;
