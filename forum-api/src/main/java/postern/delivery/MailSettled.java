package postern.delivery;

import postern.jobs.Event;

/** A mail that carries a reference has come to its end. */
public record MailSettled(String reference, Settlement settlement) implements Event {}
