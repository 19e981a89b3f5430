/**
 * Flags, the queue of what waits for moderators, sanctions, the one log of what was done, and the
 * answers of those whom it concerns. It never says who flagged, never shows a letter or an address,
 * and gives the moderators of one board no power elsewhere. It keeps the policy's clauses that a
 * member is told what was decided about them, why and until when, and that staff see no more than
 * their task needs.
 */
package postern.moderation;
