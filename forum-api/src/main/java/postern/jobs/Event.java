package postern.jobs;

/**
 * Something that happened in a room, told to the rooms above it: ids and reasons only, never text
 * or addresses.
 */
public interface Event {}
