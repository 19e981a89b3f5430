/**
 * The courier, the only sender: queue, gate, attempts, settlement, and the sandbox for mail that
 * does not leave.
 *
 * <p>It writes no letter and knows no correspondence; what it is handed it sends, or says that it
 * could not.
 *
 * <p>Keeps clause 6 of the privacy policy at its last point: no mail leaves that shows an address
 * its reader may not see.
 */
package postern.delivery;
