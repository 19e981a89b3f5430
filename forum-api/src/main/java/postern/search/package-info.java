/**
 * Finding posts by their words: what a text's words are in the alphabets that people write, the
 * index of this node, and the log of changes that feeds it.
 *
 * <p>The index holds what the site shows and nothing else, never what was deleted or hidden; and
 * each hit is asked of the database again, for who looks, before it is shown. Nothing that a reader
 * may not read changes what they find, its order or its number.
 *
 * <p>Keeps clause 2 of the privacy policy (searching needs no account and what was searched for is
 * kept nowhere).
 */
package postern.search;
