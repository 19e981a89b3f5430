/**
 * What an inbound message is, and whose: the sender is proved, the kind decided, and the right room
 * asked.
 *
 * <p>A message is acknowledged when the room that takes it has committed it; what is for the
 * operators is kept here, sealed, for a time.
 *
 * <p>Keeps clause 6 of the privacy policy where mail comes in: what is not proved to come from a
 * member reaches nobody, and no answer tells one recipient from another.
 */
package postern.intake;
