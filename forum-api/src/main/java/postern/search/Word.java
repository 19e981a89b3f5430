package postern.search;

/**
 * A word as it is compared, and where it stands in the text.
 *
 * @param text in one form for all its spellings; see {@link Fold}
 * @param start where it begins, in UTF-16 units
 * @param end where it ends, exclusive
 * @param step 1 when it stands one place after the word before, 0 when it is another reading of the
 *     same place
 */
record Word(String text, int start, int end, int step) {}
