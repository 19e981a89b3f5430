/**
 * Letters between two members: correspondences, masked addresses, and the new message that is
 * written for the reader.
 *
 * <p>Nothing here edits a message that came, sends one, or shows an address; one class, {@code
 * Scrub}, may make an address text, in order to find it.
 *
 * <p>Keeps clause 6 of the privacy policy: members write to each other, and neither sees the
 * other's address unless its owner elected it.
 */
package postern.letters;
