/**
 * The address vault and its one door, elections, blocks, and the keys that seal what is personal.
 *
 * <p>A real address is decrypted here and nowhere else: as an envelope for the courier, or as a
 * {@link postern.privacy.VisibleAddress} by one method that reads the owner's election at that
 * moment.
 *
 * <p>Keeps clauses 4, 6 and 16 of the privacy policy.
 */
package postern.privacy;
