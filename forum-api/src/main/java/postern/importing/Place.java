package postern.importing;

/**
 * Where a message stands in its file.
 *
 * @param number counted from 1
 * @param offset of its first octet behind the From line, counted from 0
 * @param line of its From line, counted from 1
 */
public record Place(int number, long offset, long line) {}
