/**
 * Work that must happen later: durable jobs, the outbox of events, schedules; all in the database.
 *
 * <p>It never runs anything inside the transaction that asked for it, and knows no room's payload.
 *
 * <p>Keeps a part of clause 16 of the privacy policy: what was promised in a transaction happens at
 * least once.
 */
package postern.jobs;
