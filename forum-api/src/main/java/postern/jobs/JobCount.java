package postern.jobs;

/** How many jobs of a kind are in a state. */
public record JobCount(String kind, String state, long number) {}
