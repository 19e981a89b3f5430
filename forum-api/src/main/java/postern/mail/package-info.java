/**
 * Reading, writing, receiving and sending mail: the protocols and formats, without any forum.
 *
 * <p>It never decides who may write to whom, keeps nothing, and asks upper rooms through interfaces
 * of its own.
 *
 * <p>Keeps clause 6 of the privacy policy: addresses that it reads have no text form, and none is
 * logged.
 */
package postern.mail;
